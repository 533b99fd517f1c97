// What the letters of the process say: the words that a rule asks for, and those that must not be there.
import { describe, expect, it } from '@jest/globals';
import { admissibilityGrounds } from '@admissions/contracts/admissibility';
import { applicationStates } from '@admissions/contracts/applications';
import { withdrawalReasons } from '@admissions/contracts/offers';
import { refusalReasons } from '@admissions/contracts/documents';
import { extractText } from 'unpdf';
import { demonstrationInstitution, type Institution } from '../institution.ts';
import type { TemplateName } from '../domain/template-names.ts';
import { examples, writing } from './examples.ts';
import { render } from './render.ts';

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');

/** The words of the mail and of its PDF. */
async function said(name: TemplateName, change: object = {}, institution: Partial<Institution> = {}) {
  const school = { ...writing, institution: { ...demonstrationInstitution, ...institution } };
  const { text, attachments } = await render(name, { ...examples[name], ...change }, school);
  const [file] = attachments;
  const pdf = file ? (await extractText(new Uint8Array(file.content), { mergePages: true })).text : '';
  return { mail: plain(text), pdf: plain(pdf), fileName: file?.fileName };
}

const appealWords = [
  'Cette décision peut être contestée dans un délai de deux mois à compter de sa notification',
  'il interrompt le délai du recours contentieux',
  'le silence gardé pendant deux mois sur ce recours vaut rejet',
  'le tribunal administratif de Paris',
  'augmenté d’un mois pour les personnes qui demeurent outre-mer',
];
const privately = { legalStatus: 'PRIVATE' as const };

describe('admissibility (R28, R29, R68, R69)', () => {
  it('invites whom it admits to book an interview', async () => {
    const { mail, pdf, fileName } = await said('admissible');
    expect(mail).toContain('est admissible');
    expect(mail).toContain(`Choisir un créneau : ${writing.publicUrl}`);
    expect(mail).toContain('environ trente minutes');
    for (const part of ['déclarée admissible', 'Claire Moreau', 'Responsable des admissions'])
      expect(pdf).toContain(part);
    expect(fileName).toBe('decision-d-admissibilite-MS-2027-0001.pdf');
    expect(mail + pdf).not.toMatch(/recours/i);
  });

  it('gives the grounds, who decided, and the routes of appeal', async () => {
    const { mail, pdf } = await said('not-admissible');
    for (const text of [mail, pdf])
      for (const part of [
        'n’est pas admissible',
        admissibilityGrounds.NO_ELIGIBLE_ROUTE,
        admissibilityGrounds.FRENCH_LEVEL,
        'inférieure à trois ans',
        ...appealWords,
      ])
        expect(text).toContain(part);
    for (const part of ['Claire Moreau', 'Responsable des admissions', 'Par délégation de signature'])
      expect(pdf).toContain(part);
  });

  it('says another ground in the words of the officer, and of no appeal for a private school (R67)', async () => {
    const other = { grounds: ['OTHER'], comment: 'La session est close.' };
    const { mail, pdf } = await said('not-admissible', other, privately);
    expect(mail).toContain('La session est close.');
    expect(mail + pdf).not.toMatch(/précisé dans le courrier|recours/i);
  });

  it('prints the capacity that came with the name', async () => {
    const signatory = { name: 'Jean Petit', capacity: 'directeur des études' };
    const { pdf } = await said('not-admissible', { signatory });
    expect(pdf).toContain('Jean Petit directeur des études');
    expect(pdf).not.toContain('Responsable des admissions');
  });
});

describe('the decision of the jury (R35, R64, R71, R87, R94)', () => {
  it('says how much, until when, and what confirms the place', async () => {
    const { mail, pdf } = await said('admitted');
    for (const text of [mail, pdf])
      for (const part of [
        'a décidé de vous admettre',
        'un acompte de 450,00 € jusqu’au mercredi 28 avril 2027 à 23 h 59, heure de Paris',
        'Seul le paiement de l’acompte confirme votre place',
        'l’offre d’admission devient caduque',
        'au cours du premier trimestre qui suit la rentrée, une fois l’accord de prise en charge reçu et confirmé',
        'sous réserve de l’obtention du diplôme que vous préparez',
      ])
        expect(text).toContain(part);
    for (const part of ['Amadou Diallo', 'Présidence du jury d’admission']) expect(pdf).toContain(part);
    expect(mail).toContain('Régler l’acompte');
    expect(pdf).not.toMatch(/Régler l’acompte|localhost/);
  });

  it('has no condition and no deposit where there is none, and names a mediator where there is one (R73)', async () => {
    const bare = { conditionalOn: undefined, offer: undefined };
    const { mail, pdf } = await said('admitted', bare, { mediator: 'M. Exemple, médiateur' });
    expect(mail + pdf).not.toMatch(/réserve|acompte/i);
    expect(pdf).toContain('M. Exemple, médiateur');
  });

  it('says to who pays the course alone from when the deposit can be paid (R89, R90), and to nobody else', async () => {
    const { offer } = examples.admitted as { offer: object };
    const alone = await said('admitted', { offer: { ...offer, payableFrom: '2027-04-07T22:00:00.000Z' } });
    const funded = await said('admitted');
    for (const part of ['mail', 'pdf'] as const) {
      expect(alone[part]).toContain('Le paiement est ouvert à partir du 8 avril 2027');
      expect(funded[part]).not.toContain('Le paiement est ouvert');
    }
  });

  it('offers the grounds to who asks, and does not print them', async () => {
    const { mail, pdf } = await said('not-admitted', { grounds: ['Projet à préciser'] });
    for (const text of [mail, pdf])
      for (const part of [
        'demander les motifs de cette décision dans le mois qui suit sa notification',
        'ne renote pas',
        ...appealWords,
      ])
        expect(text).toContain(part);
    expect(pdf).toContain('Amadou Diallo');
    expect(mail + pdf).not.toMatch(/Projet à préciser|sans recours|rejetée/);
    expect((await said('not-admitted', {}, privately)).pdf).not.toMatch(/contestée/);
  });

  it('says that it is put off, and why', async () => {
    const { mail, fileName } = await said('decision-deferred');
    expect(mail).toContain('reste en cours');
    expect(mail).toContain('Un second entretien est souhaité');
    expect(fileName).toBeUndefined();
  });
});

describe('money (R21, R84, R101, R105, R106)', () => {
  it('acknowledges a deposit, with the notice of withdrawal of a deposit', async () => {
    const { mail, pdf } = await said('deposit-receipt');
    for (const part of [
      'R-2027-000042',
      '450,00 €',
      'Acompte de confirmation d’inscription',
      'Visa •••• 4242',
    ])
      for (const text of [mail, pdf]) expect(text).toContain(part);
    expect(pdf).toContain('L’acompte vous est alors remboursé dans les quatorze jours');
    expect(mail + pdf).not.toMatch(/étude de votre dossier commence/);
    const none = await said('deposit-receipt', {}, { withdrawalNotice: false });
    expect(none.mail + none.pdf).not.toMatch(/rétract/i);
  });

  it('gives a credit note for a refund', async () => {
    const { mail, pdf, fileName } = await said('refund-made');
    expect(fileName).toBe('avoir-A-2027-000007.pdf');
    for (const part of [
      'N° A-2027-000007',
      '\u2212450,00 €',
      'accord de prise en charge confirmé',
      'Visa •••• 4242',
      'Exonération de TVA',
      'MS-2027-0001',
      'order-3k2m5q7x4v6b2n4c3h5j7l2p4r',
    ])
      expect(pdf).toContain(part);
    expect(mail).toContain('remboursé 450,00 €');
    const twice = await said('refund-made', { reason: 'SECOND_CHARGE' }, { vatMention: undefined });
    expect(twice.pdf).toContain('Somme payée deux fois');
    expect(twice.pdf).not.toContain('TVA');
  });

  it('says what a judged funding means for the deposit (R94)', async () => {
    expect((await said('funding-confirmed')).mail).toContain('premier trimestre qui suit la rentrée');
    const refused = (await said('funding-refused')).mail;
    expect(refused).toContain('L’accord ne nomme pas la personne');
    expect(refused).toContain('n’est remboursé qu’une fois un accord de prise en charge reçu et confirmé');
    expect((await said('funding-refused', { reason: undefined })).mail).not.toContain('Motif');
  });
});

describe('who leaves (R92, R94)', () => {
  const cases = applicationStates.flatMap((fromState) =>
    withdrawalReasons.map((reason) => [fromState, reason] as const),
  );
  it.each(cases)('from %s by %s is told what becomes of what was paid', async (fromState, reason) => {
    const { mail } = await said('application-withdrawn', { fromState, reason });
    const isBeforeFee = ['draft', 'fee-pending', 'withdrawn', 'cancelled'].includes(fromState);
    expect(mail.includes('vous ne devez rien')).toBe(isBeforeFee);
    expect(mail.includes('Les frais de traitement')).toBe(!isBeforeFee);
    const hasPlace = ['confirmed', 'registered'].includes(fromState);
    const isPersonal = reason === 'PERSONAL_CHOICE';
    const isByRight = reason === 'STATUTORY_WITHDRAWAL';
    expect(mail.includes('Votre rétractation est enregistrée')).toBe(isByRight);
    expect(mail.includes('reste acquis')).toBe(hasPlace && (isPersonal || isByRight));
    expect(mail.includes('Vous vous êtes rétracté')).toBe(hasPlace && isByRight);
    expect(mail.includes('vos justificatifs')).toBe(hasPlace && !isPersonal && !isByRight);
    expect(mail.includes('prend fin')).toBe(['admitted', 'offer-open', 'lapsing'].includes(fromState));
  });

  it('hears nothing of a right to withdraw where the school has none', async () => {
    expect((await said('application-withdrawn', {}, { withdrawalNotice: false })).mail).not.toMatch(
      /rétract/i,
    );
  });
});

describe('what happens to a file', () => {
  it.each(Object.entries(refusalReasons))(
    'a document refused as %s says why and what to do',
    async (reason, words) => {
      const { mail } = await said('document-refused', { reason, comment: undefined });
      expect(mail).toContain(`Motif : ${words}`);
      expect(mail).toContain('Ce message ne concerne que lui');
      expect(mail).toMatch(/CE QUE VOUS POUVEZ FAIRE (Déposez|Numérisez|Faites)/);
    },
  );

  it('the mail of a message does not hold it', async () => {
    const { mail } = await said('message-posted', { text: 'un secret' });
    expect(mail).not.toContain('un secret');
    expect(mail).toContain('Lire le message');
  });

  it('a confirmed place names the first day', async () => {
    const { mail } = await said('place-confirmed');
    expect(mail).toContain('votre place est confirmée');
    expect(mail).toContain('lundi 6 septembre 2027');
  });

  it('a lapsed offer says what to do if it was paid after all', async () => {
    const { mail } = await said('offer-lapsed');
    for (const part of ['l’offre est caduque', '29 avril 2027 à 0 h 00', 'Si vous avez payé'.toUpperCase()])
      expect(mail).toContain(part);
  });

  it('an interview has a day, an hour of Paris, a room and a calendar file', async () => {
    const { mail } = await said('interview-moved');
    for (const part of [
      'jeudi 4 mars 2027',
      'de 10 h 00 à 10 h 30 (heure de Paris)',
      'https://video.school.example',
    ])
      expect(mail).toContain(part);
    const letter = await render('interview-cancelled', examples['interview-cancelled'], writing);
    expect(letter.calendar?.method).toBe('CANCEL');
    expect(plain(letter.subject)).toBe('Votre entretien est annulé : mardi 2 mars 2027 à 14 h 00');
  });

  it('an interview that the school gives up is its doing, and the candidate is invited to book again', async () => {
    const data = examples['interview-cancelled'];
    const byCandidate = await render('interview-cancelled', data, writing);
    const bySchool = await render('interview-cancelled', { ...data, bySchool: true }, writing);
    expect(bySchool.calendar).toEqual(byCandidate.calendar);
    const words = [
      'L’école ne peut pas tenir l’entretien de motivation prévu avec vous le mardi 2 mars 2027',
      'Choisissez un autre créneau dans votre espace candidat',
      'ne compte pas parmi les changements',
    ];
    for (const part of words) {
      expect(plain(bySchool.text)).toContain(part);
      expect(plain(byCandidate.text)).not.toContain(part);
    }
    expect(plain(bySchool.text)).not.toContain('se désister');
  });
});
