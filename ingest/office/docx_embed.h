/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_DOCX_EMBED_H
#define SVOD_DOCX_EMBED_H

#include "docx_body_p.h"

/*
 * Text of a DOCX that stands in other parts than the story: both are called at the element that points there.
 *
 * Charts and SmartArt (ISO/IEC 29500-1, 21.2 and 21.4): titles and labels become paragraphs, the points of a chart a
 * table (a row a category, a column a series), behind the paragraph that they are anchored in.
 */
void docx_drawing_start(struct body *b, const struct xml_tag *tag);

/* An altChunk (17.17.2): a whole document of another format, read where it stands. */
void docx_chunk_start(struct body *b, const struct xml_tag *tag);

#endif
