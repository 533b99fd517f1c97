/**
 * Countries by ISO 3166-1 alpha-2, and the sets of countries that the rules speak of, each with the date from which it holds.
 * A set changes by a new row, so that a checklist can be explained years later.
 */
const alpha2 =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
  'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
  'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

/** Not in ISO 3166-1, but France recognises Kosovo and its passports bear the user-assigned code. */
const recognisedBesides = 'XK';

const existing: ReadonlySet<string> = new Set(`${alpha2} ${recognisedBesides}`.split(' '));

/** True when the code names a country or territory that exists. */
export function isCountry(code: string): boolean {
  return existing.has(code);
}

interface CountrySet {
  /** The first day on which the set holds. */
  readonly from: string;
  readonly rule: string;
  readonly countries: readonly string[];
}

const countrySets = {
  /** R39: citizens of the European Union. */
  EU27: [
    {
      from: '2020-02-01',
      rule: 'R39',
      countries: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(
        ' ',
      ),
    },
  ],
  /** R39: the European Economic Area outside the Union. */
  EEA_EFTA: [{ from: '1995-05-01', rule: 'R39', countries: ['IS', 'LI', 'NO'] }],
  CH: [{ from: '2002-06-01', rule: 'R39', countries: ['CH'] }],
  /** R39: Andorra, Monaco, San Marino, Holy See. */
  VISA_EXEMPT_MICRO: [{ from: '2020-02-01', rule: 'R39', countries: ['AD', 'MC', 'SM', 'VA'] }],
  /** R45: nationals exempt from the French test outright. */
  FR_FULL: [
    {
      from: '2020-02-01',
      rule: 'R45',
      countries: 'BJ BF CG CD CI GA GN ML MC NE SN TG'.split(' '),
    },
  ],
  /** R45: exempt only if all secondary schooling was in French. Algeria, Morocco, Tunisia and Lebanon are in neither list. */
  FR_CONDITIONAL: [
    {
      from: '2020-02-01',
      rule: 'R45',
      countries: 'BE BI CM CA CF KM DJ GQ HT LU MG RW SC CH TD VU'.split(' '),
    },
  ],
  /**
   * Where a French residence title is needed and held "in France" (R38): the metropole and the territories in which
   * CESEDA applies by itself (art. L110-3 †); the Pacific collectivities have other rules and count as abroad.
   */
  IN_FRANCE: [{ from: '2021-05-01', rule: 'R38', countries: 'FR GF GP MQ RE YT PM BL MF'.split(' ') }],
  /** Codes of places whose people are French: never a nationality of their own. */
  FRENCH_TERRITORIES: [
    { from: '2021-05-01', rule: 'R38', countries: 'GF GP MQ RE YT PM BL MF NC PF WF TF'.split(' ') },
  ],
} as const satisfies Record<string, readonly CountrySet[]>;

export type CountrySetName = keyof typeof countrySets;
export const countrySetNames = Object.keys(countrySets) as CountrySetName[];

/** The countries of a set as it holds on `day`; none when the set begins later. */
export function countriesOf(name: CountrySetName, day: string): readonly string[] {
  const rows: readonly CountrySet[] = countrySets[name];
  return rows.findLast(({ from }) => from <= day)?.countries ?? [];
}

/** True when one of `codes` belongs to the set on `day`: dual nationals may use the better one (R39). */
export function anyIn(name: CountrySetName, codes: readonly string[], day: string): boolean {
  const countries = countriesOf(name, day);
  return codes.some((code) => countries.includes(code));
}

/** True when what a country's bodies issue is a French document, overseas territories included (R51, R52). */
export function isFrench(code: string, day: string): boolean {
  return code === 'FR' || anyIn('FRENCH_TERRITORIES', [code], day);
}

/** R45: the Swiss cantons and the Canadian province whose people are exempt from the French test outright. */
export const frenchSpeakingSubdivisions = ['CH-GE', 'CH-JU', 'CH-NE', 'CH-VD', 'CA-QC'];

const iso6391 =
  'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es ' +
  'et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki ' +
  'kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no ' +
  'nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te ' +
  'tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu';

const languages: ReadonlySet<string> = new Set(iso6391.split(' '));

/** True for the two letters of a language of ISO 639-1. */
export function isLanguage(code: string): boolean {
  return languages.has(code);
}
