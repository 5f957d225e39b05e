/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_GOAL_LIST_H
#define SVOD_GOAL_LIST_H

#include "goal_sentence.h"

/* The list of goals that is open: what a lead behind a colon announced, and how its items look. */
struct goal_list {
	bool active;
	struct lead lead;
	struct span actor;
	int items;           /* so far */
	bool things;         /* a noun and a colon announced it: its items may be any nouns */
	bool silent;         /* its items are no goals: what may be done, or was done */
	bool accepted;       /* its first item said something that it is a list of */
	bool marked;         /* its items have list marks */
	bool semicolon;      /* the last item ended with ; or , */
	bool full_stop;      /* the last item ended with a full stop */
	int marks;           /* kind of mark of its first item (goal_mark_kind) */
	int opener;          /* kind of mark of the block that opened it: the next such block ends it */
	long long opened_by; /* the number of that block, 0: none; items may look like it and count from 1 again */
	long long counted;   /* the number of the last item that does; 0: none */
	struct span addressee; /* whom an item names before its own list: "2. Председателям организаций:" */
	size_t nested;    /* index in items of the goal whose own list goes on; SPAN_NONE: none */
	int nested_marks; /* the kind of mark of that goal's item: the next such item ends the list of its own */
};

/* What the pass knows of the document while it goes through its blocks. */
struct goal_pass {
	struct goal_ctx g;
	struct goal_list list;
	bool plan;                /* the document is one: its numbered items are actions */
	const struct block *next; /* the block behind the one that is read, NULL: none */
	struct goal_list outer;   /* the list of orders that an item of it interrupts with a list of its own */
};

/* Does the block end with a colon, or with the "to" of the infinitives below? */
bool goal_list_announced(const struct goal_pass *p, const struct block *b);

/* The lead that a block ending with a colon closes on; *from gets the byte where it begins. False: none. */
bool goal_closing_lead(struct goal_pass *p, const struct block *b, struct lead *lead, size_t *from);

/* Where the last sentence of a block begins: the one that announces a list. */
size_t goal_last_sentence(const struct doc *d, const struct block *b);

/*
 * "Работник имеет право:", "Профсоюзу удалось:": does the block that ends with a colon announce a list that states no
 * goals, with a phrase of at least so many words? *from gets the byte where its last sentence begins.
 */
bool goal_list_is_permit(struct goal_pass *p, const struct block *b, size_t least, size_t *from);

/* Opens the list that the lead at byte from of the block announces; one of orders that it interrupts is kept in
 * p->outer. */
void goal_list_open(struct goal_pass *p, const struct block *b, const struct lead *lead, size_t from);

/* Is this block an item of the open list? */
bool goal_list_continues(struct goal_pass *p, const struct block *b);

/* A block as an item of the open list: its goals, and what it says of the list (marks, closing signs). */
void goal_list_put_item(struct goal_pass *p, const struct block *b);

/*
 * "4. … ввести доплаты. Призывает работодателей:": the sentences before the one that holds byte from, as an item of the
 * list that was open until then. False: there are none, or the block belongs to no list.
 */
bool goal_list_put_before(struct goal_pass *p, const struct block *b, size_t from);

/* Text [start, end) of an item as a goal of the open list, where it is one. */
void goal_list_put_part(struct goal_pass *p, size_t start, size_t end);

/* Where the goal that begins at start ends: at a semicolon, or at end where what follows is no action. */
size_t goal_list_part_end(struct goal_pass *p, size_t start, size_t end);

/* Do these words say something that the open list is a list of? */
bool goal_list_accepts(struct goal_pass *p, const struct words *w);

/* "от дирекции завода —", "від уряду:" in a list of demands: who is asked for the items below. */
bool goal_list_asks_next(struct goal_pass *p, const struct block *b);

/* A short line with a colon inside a list ("В области охраны труда:") divides it. */
bool goal_list_is_sublead(struct goal_pass *p, const struct block *b);

/* Does the block belong to the list of its own that the last goal announced? Then it is added to that goal. */
bool goal_list_goes_into_nested(struct goal_pass *p, const struct block *b);

#endif
