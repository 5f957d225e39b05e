/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page that is sent as one file carries its style with it. */
#include "html_style.h"

const char html_style[] =
	"body{font:16px/1.5 Georgia,'Times New Roman',serif;max-width:60em;margin:2em auto;padding:0 "
	"1em;color:#1a1a1a;background:#fff}\n"
	"h1,h2,h3,h4{font-family:Arial,Helvetica,sans-serif;line-height:1.25}h2{margin-top:2em;border-bottom:1px solid "
	"#999}\n"
	"table{border-collapse:collapse;width:100%;font-size:.9em}td,th{border:1px solid #bbb;padding:.25em "
	".5em;text-align:left;vertical-align:top}\n"
	"th{background:#f0f0f0}td.n{text-align:right}.bars td{border:0}.bars td:last-child{width:50%}\n"
	".bar{display:block;height:1em;background:#2a5d8f;print-color-adjust:exact}.chart{width:100%;max-height:16em}."
	"chart rect{fill:#2a5d8f}\n"
	".chart text{font:11px Arial,sans-serif;text-anchor:middle}.source,.aside{color:#595959}.legend "
	"mark{margin-right:.5em}\n"
	"mark{background:none;color:inherit;border-bottom:2px solid;padding:0 .05em}mark:target{background:#fff3a0}\n"
	"mark.date{border-color:#00695c;border-bottom-style:dotted}mark.deadline{border-color:#00695c;background:#"
	"e0f2f1}\n"
	"mark.number{border-color:#1a4fa0;border-bottom-style:dashed}mark.org{border-color:#2e6b1f}mark.person{border-"
	"color:#8a4b00;border-bottom-style:dashed}\n"
	"mark.place{border-color:#8a4b00;border-bottom-style:dotted}mark.event{border-color:#555;border-bottom-style:"
	"double}\n"
	"mark.convention,mark.recommendation,mark.protocol{border-color:#8e1b6b;background:#fbe9f5}mark.legal_act{"
	"border-color:#8e1b6b;border-bottom-style:double}\n"
	"@media print{body{max-width:none;margin:0}article{break-before:page}}\n";
