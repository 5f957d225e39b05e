/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_HTML_STYLE_H
#define SVOD_HTML_STYLE_H

/* The style sheet of reports: marks differ by colour and by line, all pass WCAG AA on white, and print well. */
extern const char html_style[];

#endif
