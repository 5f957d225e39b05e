#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Word forms of Kazakh, Kyrgyz, Uzbek (both scripts) and Tajik for the test of the stemmer: generate.py kk|ky|uz|uz-latin|tg

Paradigms written down from the rules of the languages: stem x number x possessive x case, with vowel harmony, assimilation
of consonants, voicing of final stops and vowels that drop out (орын - орны). A line is a word with all its forms. Many
words are neighbours (work - worker, office - official, city - pen), which a stemmer must keep apart.
"""
import sys

KK = '''жұмыс жұмысшы ұйым мүше кәсіподақ қала қалам бала балық мектеп кітап халық:халқ заң құқық келісім шарт шара жиналыс
еңбек қызмет қызметкер төлем жалақы бағдарлама комиссия комитет кеңес кеңсе өкіл төраға аймақ облыс аудан сала салық жоба
орын:орн мекеме кәсіпорын:кәсіпорн қоғам мемлекет үкімет министрлік жоспар шешім қаулы ұсыныс талап мәселе жағдай
қауіпсіздік денсаулық демалыс көмек қор мерзім жыл күн адам әйел отбасы білім маман мамандық орган басшы басшылық ел
тапсырма бөлім сақтандыру өндіріс төрайым нәтиже мүмкіндік ресурс тариф сот сотталушы жауапкершілік табыс тәжірибе'''
KY = '''жумуш жумушчу уюм мүчө шаар бала балык мектеп китеп эл мыйзам укук келишим эмгек кызмат кызматкер төлөм айлык
программа комиссия комитет кеңеш кеңсе өкүл төрага аймак облус район тармак долбоор чара орун:орн мекеме ишкана коом
мамлекет өкмөт министрлик план чечим токтом сунуш талап маселе абал коопсуздук саламаттык жардам фонд мөөнөт жыл күн
адам аял билим адис адистик орган жетекчи жетекчилик бирлик өлкө камсыздандыруу өндүрүш натыйжа мүмкүнчүлүк ресурс
тариф сот жоопкерчилик киреше тажрыйба салык кесип'''
UZ = '''ish ishchi uyushma aʼzo maktab kitob xalq qonun huquq! kelishuv shartnoma mehnat xizmat xodim toʻlov maosh dastur
komissiya qoʻmita kengash vakil rais hudud viloyat tuman tarmoq loyiha chora oʻrin:oʻrn muassasa korxona jamiyat davlat
hukumat vazirlik reja qaror taklif talab masala holat xavfsizlik sogʻliq yordam fond saylov muddat kun odam ayol oila
bilim mutaxassis organ rahbar rahbarlik majlis soha tashkilot shahar:shahr ishlab boʻlim natija imkoniyat resurs tarif
sud javobgarlik daromad tajriba soliq nafaqa ishonch bola'''
TG = '''иттифоқ кор коргар* корманд* узв шаҳр кӯдак* мактаб китоб халқ қонун ҳуқуқ шартнома созишнома меҳнат хизмат ходим*
музд барнома комиссия кумита шӯро намоянда раис* минтақа вилоят ноҳия соҳа лоиҳа тадбир ҷой муассиса корхона ҷамъият
давлат ҳукумат вазорат нақша қарор пешниҳод талаб масъала ҳолат бехатарӣ саломатӣ кӯмак фонд интихобот муҳлат рӯз одам*
зан* ҷавон* оила таҳсил дониш мутахассис* забон мақом роҳбар* роҳбарӣ маҷлис ташкилот суғурта натиҷа имконият ресурс
андоз даромад таҷриба нафақа судя бахш'''

VOWELS = 'аәеёиоөуұүыіэюяaeiouӣӯў'
VOICELESS = 'кқпстфхцчшщһғбвгд'  # those before which Kazakh has -тар; б в г д stand at the end of borrowed words alone
FRONT = 'әеөүіиэ'


def last_vowel(word):
    return next((c for c in reversed(word) if c in VOWELS), 'а')


def voiced(stem, word_form, change):
    """The stem before a vowel: its final stop is voiced, its last vowel may drop."""
    if ':' in stem:
        return stem.split(':')[1]
    return word_form[:-1] + change[word_form[-1]] if word_form[-1] in change else word_form


def kazakh(stem):
    base = stem.split(':')[0]
    front = last_vowel(base) in FRONT
    a, i = ('е', 'і') if front else ('а', 'ы')

    def begins(w, vowel, nasal, other, hard):
        c = w[-1]
        return vowel if c in VOWELS else hard if c in VOICELESS else nasal if c in 'мнң' else other

    def cases(w, poss):
        yield w
        if poss == 3:
            for end in ('н' + i + 'ң', 'н' + a, 'н', 'нд' + a, 'н' + a + 'н', 'м' + a + 'н'):
                yield w + end.replace('м' + a + 'н', 'мен' if front else 'мен')
            return
        d = begins(w, 'д', 'д', 'д', 'т')
        yield w + begins(w, 'н', 'н', 'д', 'т') + i + 'ң'
        yield w + (a if poss in (1, 2) else begins(w, 'г', 'г', 'г', 'к').translate(str.maketrans({} if front else {'г': 'ғ', 'к': 'қ'})) + a)
        yield w + begins(w, 'н', 'д', 'д', 'т') + i
        yield w + d + a
        yield w + begins(w, 'д', 'н', 'д', 'т') + a + 'н'
        yield w + ('пен' if w[-1] in VOICELESS else 'бен' if w[-1] in 'зж' else 'мен')

    def possessed(w, stem):
        v = w[-1] in VOWELS
        own = w if v else voiced(stem, w, {'к': 'г', 'қ': 'ғ', 'п': 'б'})
        link = '' if v else i
        return [(w, 0), (own + link + 'м', 1), (own + ('с' if v else '') + i, 3), (own + link + 'м' + i + 'з', 4), (own + link + 'ң' + i + 'з', 4)]

    plural = base + begins(base, 'л', 'д', 'л' if base[-1] in 'рйу' else 'д', 'т') + a + 'р'
    for w, s in ((base, stem), (plural, plural)):
        for p, kind in possessed(w, s):
            yield from cases(p, kind)


def kyrgyz(stem):
    base = stem.split(':')[0]
    high = {'а': 'ы', 'я': 'ы', 'ы': 'ы', 'о': 'у', 'у': 'у', 'е': 'и', 'э': 'и', 'и': 'и', 'ө': 'ү', 'ү': 'ү'}
    low = {'ы': 'а', 'у': 'а', 'и': 'е', 'ү': 'ө'}

    def vowels(w):
        v = last_vowel(w)
        h = high.get(v, 'ы')
        return ('о' if v == 'о' else low[h]), h

    def begins(w, vowel, sonorant, hard):
        return vowel if w[-1] in VOWELS else hard if w[-1] in 'кпстфхцчшщбвгд' else sonorant

    def cases(w, poss):
        a, i = vowels(w)
        yield w
        if poss == 3:
            for end in ('н' + i + 'н', 'н' + a, 'н', 'нд' + a, 'н' + a + 'н'):
                yield w + end
            return
        yield w + begins(w, 'н', 'д', 'т') + i + 'н'
        yield w + (a if poss in (1, 2) else begins(w, 'г', 'г', 'к') + a)
        yield w + begins(w, 'н', 'д', 'т') + i
        yield w + begins(w, 'д', 'д', 'т') + a
        yield w + begins(w, 'д', 'д', 'т') + a + 'н'

    def possessed(w, stem):
        v = w[-1] in VOWELS
        own = w if v else voiced(stem, w, {'к': 'г', 'п': 'б'})
        i = vowels(w)[1]
        link = '' if v else i
        b = vowels(own + link)[1]
        return [(w, 0), (own + link + 'м', 1), (own + ('с' if v else '') + i, 3), (own + link + 'б' + b + 'з', 4), (own + link + 'ң' + b + 'з', 4)]

    plural = base + begins(base, 'л', 'д', 'т') + vowels(base)[0] + 'р'
    for w, s in ((base, stem), (plural, plural)):
        for p, kind in possessed(w, s):
            yield from cases(p, kind)


def uzbek(stem):
    keeps = stem.endswith('!')  # huquq - huquqi
    stem = stem.rstrip('!')
    base = stem.split(':')[0]

    def cases(w):
        dative = 'ka' if w[-1] == 'k' else 'qa' if w[-1] == 'q' else 'ga'
        for end in ('', 'ning', dative, 'ni', 'da', 'dan'):
            yield w + end

    for w, s in ((base, stem), (base + 'lar', base + 'lar')):
        v = w[-1] in VOWELS
        own = w if v or keeps else voiced(s, w, {'k': 'g', 'q': 'gʻ'} if len(w) > 3 and w[-2] in VOWELS else {})
        link = '' if v else 'i'
        for p in (w, own + link + 'm', own + ('si' if v else 'i'), own + link + 'miz', own + link + 'ngiz'):
            yield from cases(p)


LETTERS = [('oʻ', 'ў'), ('gʻ', 'ғ'), ('sh', 'ш'), ('ch', 'ч'), ('ya', 'я'), ('yu', 'ю'), ('yo', 'ё'), ('ye', 'е'), ('ʼ', 'ъ')] + \
    list(zip('abdefghijklmnopqrstuvxyz', 'абдефгҳижклмнопқрстувхйз'))


def cyrillic(word):
    for latin, letter in LETTERS:
        word = word.replace(latin, letter)
    return word


def tajik(stem):
    person = stem.endswith('*')
    stem = stem.rstrip('*')
    numbers = [stem, stem + 'ҳо']
    if person:
        numbers.append(stem + 'он')
    elif stem == 'намоянда':
        numbers.append('намояндагон')
    for w in numbers:
        # before an ending ӣ becomes и; enclitics after о ӯ and и begin with й: -ям
        own = w[:-1] + 'и' if w[-1] == 'ӣ' else w
        glide = own[-1] in 'оӯи'
        yield w
        yield own + 'и'
        yield w + 'ро'
        yield own + 'е'
        for p in ('ам', 'ат', 'аш', 'амон', 'атон', 'ашон'):
            p = 'я' + p[1:] if glide else p
            yield own + p
            yield own + p + 'ро'


MAKE = {'kk': (KK, kazakh, 'қазақстан кәсіподақтарының ұйымдары'), 'ky': (KY, kyrgyz, 'кыргызстан өлкөсүнүн кесиптик бирликтеринин'),
        'uz': (UZ, lambda s: map(cyrillic, uzbek(s)), 'ўзбекистон касаба уюшмаларининг ҳуқуқлари'),
        'uz-latin': (UZ, uzbek, 'oʻzbekiston kasaba uyushmalarining huquqlari'), 'tg': (TG, tajik, 'иттифоқҳои касабаи ҷумҳурии тоҷикистон')}


def main():
    stems, make, around = MAKE[sys.argv[1]]
    print('%', around)
    for stem in stems.split():
        print(' '.join(dict.fromkeys(make(stem))))


main()
