/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Letter pairs, counted over word lists of five languages (each word once; Russian running text added), rounded to
 * whole bits, the smallest of the five. One hexadecimal digit a pair.
 */
#include "letter_pairs.h"

int letter_class(unsigned c)
{
	static const unsigned short others[] = { 0x456, 0x457, 0x454, 0x491, 0x45e, 0x4d9, 0x493,
						 0x49b, 0x4a3, 0x4e9, 0x4b1, 0x4af, 0x4bb };

	if (c >= 0x430 && c <= 0x44f)
		return (int)(c - 0x430) + 1;
	if (c == 0x451)
		return 6;
	for (int i = 0; i < 13; i++)
		if (c == others[i])
			return 33 + i;
	return 0;
}

/* clang-format off */
static const char bits[LETTER_CLASSES][LETTER_CLASSES + 1] = {
	"f44454645593544434345677669e7e6886b9f6794d677a",
	"366455665855343a63445766668dfca65997f5f557edfa",
	"6287873893b74753a3684c89996648885489fe7cbf656f",
	"3299743973c6585386545b9876ac389c53fdff8f9fffbf",
	"52a7962cb3b84851a3874bdb8ab63a8ad288fd6fbf5f5f",
	"5275873533a6674375584c98789938596388ff6ecf5a5f",
	"377554766954443763446875668eded98a99f6fcc6fecd",
	"52768328b2d57834a9694cb97bbc37499589fd7bbf755f",
	"3264434894b6644365785ba988a94689548afe869f8a6b",
	"366565485544443665449746568e7d9637a9fab897ebdb",
	"0767546986b545358544799575af3c9aa59bff866f787c",
	"4297aa3893c6587274534cc777c74c9ad398ff7f9f586f",
	"436a5438b3b666738d665aab87cc33854399ff567f6b6e",
	"23697439a3c77653596849aa77cd498a5399ff699f667f",
	"2278634993c68943ba5558a777ba3697549aff779f787e",
	"395344565745444553448777669eea868859f4d667cfec",
	"228baa3a94c6487272645b9977df688b64caff8e8f7a9f",
	"4267443793b655528855498877bd3748649afe868f7b6d",
	"5386a84ac4b356544752488478ba34894489ff7e6e675f",
	"4294a93bb3b5785374544aaa89ac34577489fe7f7f675f",
	"355454555865454844444866546e3a8495a6f78587ecfc",
	"52ac8a3db2d85882a36555bba9ff787882fcfb6dbfbecf",
	"12758a5ea4d9655385655b8998fb6a7bc5ffff5b9f799f",
	"3386772d81e59a8589965ba4c99d336652ffffcccfffef",
	"42a6cb17e3e5782587944db988bc3759a578ff7faf6f5f",
	"4386872bc2b4564467734ca9388d3559c48aff7c6f786c",
	"13ec771e7177685476764fe7875e77fcf4ffffffffefff",
	"3289661e77985755a6864aff89a74ec62fffffaffffffe",
	"2a7457385934433d6455a83665af9dd847fef6f644fdfc",
	"156563496783552578447695854f6c8559d9ff99cccdaf",
	"46756587675234385343757665dcba4a88fff6cf98dfa9",
	"175464865865453864425a83453d5fa5c5c6f9f6b7fffe",
	"1a7555576a75344b85347965666ffef67cc7f5f568feb8",
	"267464885f5444366445a965569fbfa75867f6fcb4fdff",
	"1d7556f85f55453f5476ff7965effffffe4ff6ffffffff",
	"3a6456cb5f55433d6363d8b966bfcff4fc95f7ffffffff",
	"ffffffffffffffffffffffffffffffffffffffffffffff",
	"2565435864b5584676365b9665ff4bcb9a57ffffffffff",
	"3c5755866b55453d6345587f76ffdebc8fffffb9b6df67",
	"91bff7db97feaab9ebfc7effffff2efffeffff9fefd8bf",
	"329fbbaad6facac46c737ebff7ff4efffdffffdf6fc48f",
	"146f535ab5f67877db786fee88fe4ebff5ffff868d7f6f",
	"4c6b57984b54353c6354cb9d65ffefccaffffffcb55fca",
	"9c6fc7e65d5a345d7345cf7ff6ffdfda7fffffe657ddff",
	"3d7c56894a35453d6345cbbf65ffffe9bbffffc9969f4b",
	"52a8994f83f97986a7974affa9ff3f5ffaffff3f9f5959",
};
/* clang-format on */

int letter_pair_bits(int a, int b)
{
	char c = bits[a][b];

	return c <= '9' ? c - '0' : c - 'a' + 10;
}
