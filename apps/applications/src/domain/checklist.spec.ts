import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  applicantFacts,
  diplomaKinds,
  partialFacts,
  sectionNames,
  type ApplicantFacts,
  type PartialFacts,
} from '@admissions/contracts/applicant-facts';
import { documentTypeNames, type DocumentType } from '@admissions/contracts/document-types';
import { documentStates } from '@admissions/contracts/documents';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { frenchGraduate } from '../../test/facts.ts';
import { factsOf, type Persona } from '../../test/personas.ts';
import { addDays } from './calendar.ts';
import {
  blockersOf,
  evaluate,
  isPresent,
  sectionLabels,
  wantedTypes,
  withPresence,
  type KeptDocuments,
} from './checklist.ts';
import { requiredDocuments } from './required-documents.ts';

const asked = { on: '2027-01-15', transcriptsYears: 2 };

function verdict(type: DocumentType, facts: PartialFacts, at = asked) {
  return evaluate(facts, at).find((item) => item.type === type)!;
}

const diploma = frenchGraduate.lastDiploma;
const person = (changes: Partial<ApplicantFacts>): ApplicantFacts => ({ ...frenchGraduate, ...changes });
const foreigner = (nationalities: string[], changes: Partial<ApplicantFacts> = {}) =>
  person({
    nationality: { nationalities },
    lastDiploma: { ...diploma, kind: 'FOREIGN', issuerCountry: 'IN', taughtIn: 'en', documentLanguage: 'en' },
    french: { secondarySchoolingInFrench: false, frenchBaccalaureat: false, test: null },
    ...changes,
  });

describe('personas', () => {
  const { personas } = parse(readFileSync(new URL('../../test/personas.yaml', import.meta.url), 'utf8')) as {
    personas: Persona[];
  };
  it.each(personas.map((persona) => [persona.id, persona] as const))(
    '%s gets the documents expected',
    (_id, persona) => {
      const list = evaluate(factsOf(persona.facts), {
        on: persona.facts.submission_date,
        transcriptsYears: 2,
      });
      const got = Object.fromEntries(list.map(({ type, status, rules }) => [type, { status, rules }]));
      expect(got).toMatchObject(persona.expected.documents);
    },
  );
});

describe('R17: pieces of all', () => {
  it.each(['CV', 'MOTIVATION', 'PHOTO', 'ID_DOC', 'LAST_DIPLOMA'] as const)(
    '%s is asked whatever is known',
    (type) => {
      expect(verdict(type, {})).toMatchObject({ status: 'REQUIRED', rules: ['R17'] });
    },
  );

  it('a French graduate of some years ago is asked for nothing else', () => {
    const list = evaluate(frenchGraduate, asked);
    expect(list.filter(({ status }) => status !== 'NOT_ASKED').map(({ type }) => type)).toEqual([
      'CV',
      'MOTIVATION',
      'PHOTO',
      'ID_DOC',
      'LAST_DIPLOMA',
    ]);
    expect(wantedTypes(list)).toEqual(['CV', 'MOTIVATION', 'PHOTO', 'ID_DOC', 'LAST_DIPLOMA', 'OTHER']);
  });
});

describe('R38, R39: residence title', () => {
  const inFrance = { country: 'FR', everHeldFrenchResidenceTitle: true, residenceTitle: null };
  it.each([
    [['DE'], 'FR', 'NOT_ASKED', 'R39'],
    [['DE'], 'DE', 'NOT_ASKED', 'R39'],
    [['NO'], 'FR', 'NOT_ASKED', 'R39'],
    [['CH'], 'FR', 'NOT_ASKED', 'R39'],
    [['MC'], 'FR', 'NOT_ASKED', 'R39'],
    [['AD'], 'AD', 'NOT_ASKED', 'R39'],
    [['GB'], 'FR', 'REQUIRED', 'R17'],
    [['IN'], 'FR', 'REQUIRED', 'R17'],
    [['IN'], 'RE', 'REQUIRED', 'R17'],
    [['IN'], 'NC', 'DEFERRED', 'R38'],
    [['IN'], 'IN', 'DEFERRED', 'R38'],
    [['IN'], 'DE', 'DEFERRED', 'R38'],
    // Dual nationals may use the exempt nationality.
    [['BR', 'PT'], 'FR', 'NOT_ASKED', 'R39'],
    [['MA', 'FR'], 'MA', 'NOT_ASKED', 'R38'],
  ] as const)('%j living in %s: %s by %s', (nationalities, country, status, rule) => {
    const facts = foreigner([...nationalities], { residence: { ...inFrance, country } });
    const item = verdict('RESIDENCE', facts);
    expect([item.status, item.rules[0]]).toEqual([status, rule]);
  });

  it('the residence is not waited for when the nationality decides', () => {
    expect(verdict('RESIDENCE', { nationality: { nationalities: ['IT'] } })).toMatchObject({
      status: 'NOT_ASKED',
      rules: ['R39'],
    });
    expect(verdict('RESIDENCE', { nationality: { nationalities: ['IN'] } })).toMatchObject({
      awaits: ['residence'],
    });
    expect(verdict('RESIDENCE', {})).toMatchObject({ awaits: ['nationality'] });
  });
});

describe('R44 to R46: level of French', () => {
  const french = { secondarySchoolingInFrench: false, frenchBaccalaureat: false, test: null };
  const schooled = { ...french, secondarySchoolingInFrench: true };
  const test = (type: 'DELF' | 'DALF' | 'TCF' | 'TEF', level: 'B2' | 'C1') => ({
    ...french,
    test: { type, level, date: '2024-05-01' },
  });
  const inFrench = {
    ...diploma,
    kind: 'FOREIGN' as const,
    issuerCountry: 'MA',
    taughtIn: 'fr',
    documentLanguage: 'fr',
  };

  it.each([
    ['a French national', foreigner(['FR']), 'NOT_ASKED'],
    ['a French and Indian national', foreigner(['IN', 'FR']), 'NOT_ASKED'],
    ['a Senegalese', foreigner(['SN']), 'NOT_ASKED'],
    ['a Congolese (Kinshasa)', foreigner(['CD']), 'NOT_ASKED'],
    ['a Monégasque', foreigner(['MC']), 'NOT_ASKED'],
    ['a Belgian schooled in Dutch', foreigner(['BE'], { french }), 'REQUIRED'],
    ['a Belgian schooled in French', foreigner(['BE'], { french: schooled }), 'NOT_ASKED'],
    ['a Cameroonian schooled in English', foreigner(['CM'], { french }), 'REQUIRED'],
    [
      'a Swiss from Vaud',
      foreigner(['CH'], { nationality: { nationalities: ['CH'], originSubdivision: 'CH-VD' } }),
      'NOT_ASKED',
    ],
    [
      'a Swiss from Zürich',
      foreigner(['CH'], { nationality: { nationalities: ['CH'], originSubdivision: 'CH-ZH' } }),
      'REQUIRED',
    ],
    [
      'a Canadian from Québec',
      foreigner(['CA'], { nationality: { nationalities: ['CA'], originSubdivision: 'CA-QC' } }),
      'NOT_ASKED',
    ],
    ['a Canadian', foreigner(['CA']), 'REQUIRED'],
    ['a Moroccan schooled in French', foreigner(['MA'], { french: schooled }), 'REQUIRED'],
    [
      'a Moroccan with the French baccalaureat',
      foreigner(['MA'], { french: { ...french, frenchBaccalaureat: true } }),
      'NOT_ASKED',
    ],
    ['a Moroccan with a diploma in French', foreigner(['MA'], { lastDiploma: inFrench }), 'NOT_ASKED'],
    ['a Lebanese with a diploma in English', foreigner(['LB']), 'REQUIRED'],
    [
      'an Indian with a DELF B2: the certificate proves it',
      foreigner(['IN'], { french: test('DELF', 'B2') }),
      'REQUIRED',
    ],
    [
      'an Indian with a DALF C1: the certificate proves it',
      foreigner(['IN'], { french: test('DALF', 'C1') }),
      'REQUIRED',
    ],
    ['an Indian with a TCF B2', foreigner(['IN'], { french: test('TCF', 'B2') }), 'REQUIRED'],
    ['a Togolese with a DELF', foreigner(['TG'], { french: test('DELF', 'B2') }), 'NOT_ASKED'],
  ])('%s', (_who, facts, status) => {
    expect(verdict('FRENCH_B2', facts).status).toBe(status);
  });

  it.each<['DELF' | 'DALF' | 'TCF' | 'TEF', 'A1' | 'B1' | 'B2' | 'C1', string, RegExp]>([
    ['DELF', 'A1', '2024-05-01', /inférieur au B2/],
    ['DELF', 'B1', '2024-05-01', /inférieur au B2/],
    ['DELF', 'B2', '2008-05-01', /prouve votre niveau/],
    ['DALF', 'C1', '2008-05-01', /prouve votre niveau/],
    ['TCF', 'B1', '2026-10-01', /inférieur au B2/],
    ['TEF', 'B2', '2026-10-01', /prouve votre niveau/],
    // Two years to the day before the submission, and a day more.
    ['TCF', 'B2', '2025-01-15', /prouve votre niveau/],
    ['TCF', 'B2', '2025-01-14', /plus de deux ans/],
    ['TEF', 'C1', '2024-05-01', /plus de deux ans/],
  ])('R44: %s %s of %s', (type, level, date, reason) => {
    const facts = foreigner(['IN'], { french: { ...french, test: { type, level, date } } });
    const found = verdict('FRENCH_B2', facts, { ...asked, on: '2027-01-15' });
    expect(found.status).toBe('REQUIRED');
    expect(found.reason).toMatch(reason);
    expect(found.rules).toContain('R44');
  });

  it('nationality is looked at first, then schooling, then the language of the diploma', () => {
    const { lastDiploma: _none, french: _neither, ...unknown } = foreigner(['BE']);
    expect(verdict('FRENCH_B2', { ...unknown, nationality: { nationalities: ['SN'] } }).status).toBe(
      'NOT_ASKED',
    );
    expect(verdict('FRENCH_B2', unknown).awaits).toEqual(['french']);
    expect(verdict('FRENCH_B2', { ...unknown, french: schooled }).status).toBe('NOT_ASKED');
    expect(verdict('FRENCH_B2', { ...unknown, french }).awaits).toEqual(['lastDiploma']);
  });
});

describe('R18: transcripts', () => {
  const awarded = (awardedOn: string) => person({ lastDiploma: { ...diploma, awardedOn } });
  it.each([
    // More than two years, two years to the day, one day less.
    ['2025-01-14', '2027-01-15', 'NOT_ASKED'],
    ['2025-01-15', '2027-01-15', 'NOT_ASKED'],
    ['2025-01-16', '2027-01-15', 'REQUIRED'],
    // A year alone counts as its 31 December.
    ['2024', '2026-12-30', 'REQUIRED'],
    ['2024', '2026-12-31', 'NOT_ASKED'],
    ['2025', '2027-01-15', 'REQUIRED'],
    // Two years before 29 February is 28 February.
    ['2026-02-28', '2028-02-29', 'NOT_ASKED'],
    ['2026-03-01', '2028-02-29', 'REQUIRED'],
  ])('awarded %s, submitted %s: %s', (awardedOn, on, status) => {
    expect(verdict('TRANSCRIPTS', awarded(awardedOn), { on, transcriptsYears: 2 }).status).toBe(status);
  });

  it('a student is asked whatever the last diploma', () => {
    const { awardedOn: _past, ...studied } = diploma;
    const student = person({ studies: { inProgress: { ...studied, expectedOn: '2027-07-10' } } });
    expect(verdict('TRANSCRIPTS', student)).toMatchObject({ status: 'REQUIRED', rules: ['R17', 'R18'] });
  });

  it('the number of years is a figure of the rule set', () => {
    expect(verdict('TRANSCRIPTS', awarded('2024-06-30'), { ...asked, transcriptsYears: 3 }).status).toBe(
      'REQUIRED',
    );
  });
});

describe('R50 to R52: translation and certified copy', () => {
  const paper = (issuerCountry: string, documentLanguage: string) =>
    person({
      lastDiploma: {
        ...diploma,
        kind: issuerCountry === 'FR' ? 'DNM' : 'FOREIGN',
        issuerCountry,
        documentLanguage,
      },
    });
  it.each([
    ['DE', 'de', 'REQUIRED', 'REQUIRED'],
    ['SN', 'fr', 'NOT_ASKED', 'REQUIRED'],
    ['FR', 'fr', 'NOT_ASKED', 'NOT_ASKED'],
    ['FR', 'en', 'NOT_ASKED', 'NOT_ASKED'],
    ['GP', 'fr', 'NOT_ASKED', 'NOT_ASKED'],
  ] as const)(
    'a diploma of %s in %s: translation %s, certified copy %s',
    (country, language, translation, copy) => {
      const facts = paper(country, language);
      expect([verdict('TRANSLATION', facts).status, verdict('CERTIFIED_COPY', facts).status]).toEqual([
        translation,
        copy,
      ]);
    },
  );

  it('the transcripts of foreign studies count too', () => {
    const { awardedOn: _past, ...studied } = diploma;
    const facts = person({
      studies: {
        inProgress: {
          ...studied,
          kind: 'FOREIGN',
          issuerCountry: 'ES',
          documentLanguage: 'es',
          expectedOn: '2027-07-10',
        },
      },
    });
    expect([verdict('TRANSLATION', facts).status, verdict('CERTIFIED_COPY', facts).status]).toEqual([
      'REQUIRED',
      'REQUIRED',
    ]);
  });

  it('identity papers are never translated or certified: a foreign national with French papers is asked for neither', () => {
    const facts = person({ nationality: { nationalities: ['JP'] } });
    expect([verdict('TRANSLATION', facts).status, verdict('CERTIFIED_COPY', facts).status]).toEqual([
      'NOT_ASKED',
      'NOT_ASKED',
    ]);
  });
});

describe('what is there and what blocks', () => {
  const document = (type: DocumentType, state: (typeof documentStates)[number]) => ({
    type,
    state,
    revision: 1,
  });

  it.each(documentStates)('a document that is %s', (state) => {
    const isThere = state === 'checked' || state === 'accepted';
    const documents: KeptDocuments = { 'doc-1': document('CV', state) };
    expect(isPresent('CV', documents)).toBe(isThere);
    expect(withPresence(evaluate({}, asked), documents).find(({ type }) => type === 'CV')?.present).toBe(
      isThere,
    );
  });

  it('an empty draft lacks all sections and the pieces of all, and nothing that is not known to be asked', () => {
    const blockers = blockersOf({}, evaluate({}, asked), {}, asked.on);
    expect(blockers.filter(({ kind }) => kind === 'section').map(({ what }) => what)).toEqual(sectionNames);
    expect(blockers.filter(({ kind }) => kind === 'document').map(({ what }) => what)).toEqual([
      'CV',
      'MOTIVATION',
      'PHOTO',
      'ID_DOC',
      'LAST_DIPLOMA',
    ]);
  });

  it('nothing blocks once all is there; a deferred piece does not', () => {
    const facts = foreigner(['IN'], {
      residence: { country: 'IN', everHeldFrenchResidenceTitle: false, residenceTitle: null },
    });
    const list = evaluate(facts, asked);
    const required = list.filter(({ status }) => status === 'REQUIRED');
    const documents = Object.fromEntries(
      required.map(({ type }, i) => [`doc-${i}`, document(type, 'checked')]),
    );
    expect(verdict('RESIDENCE', facts).status).toBe('DEFERRED');
    expect(blockersOf(facts, list, documents, asked.on)).toEqual([]);
  });

  it('a section that time has made wrong blocks', () => {
    const { awardedOn: _past, ...studied } = diploma;
    const facts = person({ studies: { inProgress: { ...studied, expectedOn: '2027-01-10' } } });
    expect(blockersOf(facts, [], {}, '2027-01-09')).toEqual([]);
    expect(blockersOf(facts, [], {}, '2027-01-10')).toMatchObject([{ kind: 'section', what: 'studies' }]);
  });

  it('says where a missing piece stands', () => {
    const detail = (...states: (typeof documentStates)[number][]) =>
      blockersOf(
        frenchGraduate,
        evaluate(frenchGraduate, asked).filter(({ type }) => type === 'CV'),
        Object.fromEntries(states.map((state, i) => [`doc-${i}`, document('CV', state)])),
        asked.on,
      )[0]?.detail;
    expect(detail()).toContain('à fournir');
    expect(detail('discarded')).toContain('à fournir');
    expect(detail('rejected')).toContain('à remplacer');
    expect(detail('rejected', 'checking')).toContain('en cours de vérification');
    expect(detail('rejected', 'checked')).toBeUndefined();
  });
});

describe('the tables', () => {
  it.each(documentTypeNames)(
    '%s has cases, the last of which needs nothing, each with a reason and a rule',
    (type) => {
      const cases = requiredDocuments[type];
      expect(cases.at(-1)).toMatchObject({ needs: [] });
      for (const { reason, rules } of cases) {
        expect(reason).toMatch(/\.$/);
        expect(rules.length).toBeGreaterThan(0);
        for (const rule of rules) expect(rule).toMatch(/^R\d+$/);
      }
    },
  );

  it('every section has a name in French', () => {
    expect(Object.keys(sectionLabels)).toEqual(sectionNames);
  });
});

describe('for any facts', () => {
  const country = fc.constantFrom('FR', 'DE', 'CH', 'BE', 'SN', 'MA', 'IN', 'CA', 'RE', 'US');
  const language = fc.constantFrom('fr', 'en', 'de');
  const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2018-01-01', days));
  const level = fc.constantFrom('L3' as const, 'M1' as const, 'M2' as const);
  const papers = {
    level,
    kind: fc.constantFrom(...diplomaKinds),
    issuerCountry: country,
    taughtIn: language,
    documentLanguage: language,
  };
  const named = { title: fc.constant('Diplôme'), institution: fc.constant('École') };
  const anyFacts: fc.Arbitrary<ApplicantFacts> = fc.record({
    identity: fc.constant(frenchGraduate.identity),
    nationality: fc.record({
      nationalities: fc.uniqueArray(country, { minLength: 1, maxLength: 3 }),
      originSubdivision: fc.constantFrom(undefined, 'CH-VD', 'CA-QC', 'CA-ON'),
    }),
    residence: fc.record({
      country,
      everHeldFrenchResidenceTitle: fc.boolean(),
      residenceTitle: fc.constant(null),
    }),
    address: fc.constant(frenchGraduate.address),
    lastDiploma: fc.record({
      ...named,
      ...papers,
      awardedOn: fc.oneof(
        day,
        day.map((date) => date.slice(0, 4)),
      ),
    }),
    studies: fc.record({ inProgress: fc.option(fc.record({ ...named, ...papers, expectedOn: day })) }),
    experience: fc.constant(frenchGraduate.experience),
    french: fc.record({
      secondarySchoolingInFrench: fc.boolean(),
      frenchBaccalaureat: fc.boolean(),
      test: fc.option(
        fc.record({
          type: fc.constantFrom('DELF' as const, 'TCF' as const),
          level: fc.constant('B2' as const),
          date: day,
        }),
      ),
    }),
    funding: fc.constant(frenchGraduate.funding),
  });
  const part = fc.subarray([...sectionNames]);
  const only = (facts: ApplicantFacts, sections: readonly string[]) =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => sections.includes(name))) as PartialFacts;

  it('the facts are such as the contract accepts', () => {
    fc.assert(fc.property(anyFacts, (facts) => applicantFacts.safeParse(facts).success));
    fc.assert(
      fc.property(anyFacts, part, (facts, sections) => partialFacts.safeParse(only(facts, sections)).success),
    );
  });

  it('the same facts on the same day give the same list, whatever the order of the sections', () => {
    fc.assert(
      fc.property(anyFacts, day, (facts, on) => {
        const reversed = Object.fromEntries(Object.entries(facts).reverse()) as ApplicantFacts;
        expect(evaluate(structuredClone(facts), { ...asked, on })).toEqual(
          evaluate(reversed, { ...asked, on }),
        );
      }),
    );
  });

  it('complete facts leave nothing undetermined', () => {
    fc.assert(
      fc.property(anyFacts, day, (facts, on) =>
        evaluate(facts, { ...asked, on }).every(({ awaits }) => awaits === undefined),
      ),
    );
  });

  it('a section more never changes what was determined: a required piece is not silently dropped', () => {
    fc.assert(
      fc.property(anyFacts, part, part, day, (facts, some, more, on) => {
        const before = evaluate(only(facts, some), { ...asked, on });
        const after = evaluate(only(facts, [...some, ...more]), { ...asked, on });
        before.forEach((item, index) => {
          if (item.awaits === undefined) expect(after[index]).toEqual(item);
        });
      }),
    );
  });

  it('an undetermined piece is not asked and awaits a section that is missing', () => {
    fc.assert(
      fc.property(anyFacts, part, day, (facts, some, on) => {
        for (const { status, awaits } of evaluate(only(facts, some), { ...asked, on })) {
          if (awaits === undefined) continue;
          expect(status).toBe('NOT_ASKED');
          expect(some).not.toEqual(expect.arrayContaining(awaits));
        }
      }),
    );
  });
});
