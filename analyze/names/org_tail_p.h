/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ORG_TAIL_P_H
#define SVOD_ORG_TAIL_P_H

/* Shared by the parts of which tails are made (org_tail.c, org_tail_parts.c). */
#include "org_scan.h"

struct tail {
	const struct org_scan *s;
	struct org_cand *c;
	size_t at;     /* next token */
	bool new_name; /* behind a short name: is it another body's full name? Министерство, Министерство труда РК */
	bool proper_last; /* the last part was a proper name: no list goes on behind it */
	unsigned parts, parts_at_quote;
};

/* The tail goes on to that token; proper: with a proper name. */
void org_tail_take(struct tail *t, size_t last, bool proper);

/* Черкаської обласної адміністрації: does the small word at i head the name of an office, organ or union that ends with
 * it?
 */
bool org_ends_body(const struct org_scan *s, size_t i);

/* на Прэзідыуме справаздачы прафкамаў: behind an organ of this kind a small noun is what it deals with */
bool org_tail_is_report(const struct org_scan *s, const struct org_cand *c, size_t i);
/* профсоюза работников химии ОАО «…»: does a company stand at t->at that is of what stands before the union? */
bool org_tail_foreign_company(const struct tail *t);

/* Профсоюз «Жол» дорожников: do the people of the union stand at t->at? */
bool org_tail_people_of_union(const struct tail *t);

/* требует от Агентства … проверки: is the word at t->at what somebody wants from the body? */
bool org_tail_is_demanded(const struct tail *t);

/* направить в Исполком сведения, с инспекцией труда проверки: is the small word at t->at what is sent or done there? */
bool org_tail_is_object(const struct tail *t);

/* Генерального Совета ФНПР по реализации Программы: does a council's plan go on at t->at, and not the council? */
bool org_tail_is_task(const struct tail *t);

/* Is the short name alone at the head, and does its tail not go on at np_first like the full name's? */
bool org_tail_of_alias(const struct tail *t, size_t np_first);

/* An office of state: its noun is not a name by itself. */
bool org_tail_is_office(const struct org_scan *s, const struct org_cand *c);

/* Each: does a part of its kind begin at t->at? Then it is taken. */
bool org_tail_name_of_branch(struct tail *t); /* филиал ПАО «Сети» – «Курскэнерго» */
bool org_tail_known(struct tail *t);          /* Комитет Жогорку Кенеша */
bool org_tail_over_bracket(struct tail *t); /* Бюро … (АКТРАВ) Международной организации труда */
bool org_tail_bracket(struct tail *t);   /* предпринимателей (работодателей) */
bool org_tail_adjective(struct tail *t); /* Свободный профсоюз Белорусский */
bool org_tail_kind_of_works(struct tail *t); /* предприятий с иностранными инвестициями */
bool org_tail_company_of_branch(struct tail *t); /* филиал «Южный» ПАО «Трасса» */
bool org_tail_liability(struct tail *t); /* общество с ограниченной ответственностью «…» */
bool org_tail_workplace(struct tail *t);     /* первинна організація … на КП «…» */
bool org_tail_member_states(struct tail *t); /* Ассамблея государств – участников СНГ */
bool org_tail_office_second(struct tail *t); /* Минтруда и соцзащиты */
bool org_tail_po(struct tail *t);            /* по охране труда */
bool org_tail_council(struct tail *t); /* комунальне підприємство «…» Лубенської міської ради */
bool org_tail_sphere(struct tail *t); /* … по надзору в сфере защиты прав потребителей */
bool org_tail_of_territory(struct tail *t);     /* Управление … по Алтайскому краю */
bool org_tail_for(struct tail *t);              /* Бюро МОТ для стран … */
bool org_tail_affairs(struct tail *t);          /* Управление делами ФНПР */
bool org_tail_letters_and_word(struct tail *t); /* профсоюза ИГ Металл */

#endif
