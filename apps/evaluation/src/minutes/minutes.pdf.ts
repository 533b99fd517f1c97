import { chairCapacity } from '../domain/deliberating.ts';
import { deliberatorsOf, juryOf, outcomeLabels, type Closed, type JuryFile } from '../domain/jury-session.ts';
import { points } from '../domain/marks.ts';
import { dateInFrench, instantInFrench, markInFrench } from './french.ts';
import { width } from './paper.ts';
import type { SchoolFacts } from './school.ts';
import { Sheet } from './sheet.ts';

/**
 * The minutes of a closed session (R36, R68): who sat, by which quorum, what was decided on each file, and who signed. Notes of the
 * deliberation are not in them (R37), nor the reasons of recusals, which are the members' own.
 */
export async function minutesPdf(session: Closed, school: SchoolFacts | undefined): Promise<Buffer> {
  const { minutes } = session;
  const sheet = new Sheet({
    title: `Procès-verbal du jury d’admission n° ${minutes.number}`,
    school,
    at: session.closedAt,
  });
  sheet.title(
    'Procès-verbal du jury d’admission',
    `N° ${minutes.number} · ${dateInFrench(minutes.signedAt)}`,
  );
  sitting(sheet, session);
  members(sheet, session);
  decisions(sheet, session);
  recusals(sheet, session);
  signature(sheet, session);
  return sheet.end();
}

function sitting(sheet: Sheet, session: Closed): void {
  const { programmeTitle, programmeId, intakeLabel, intakeId, scheduledAt, openedAt, minutes } = session;
  sheet.heading('Séance');
  sheet.facts([
    ['Programme', programmeTitle ?? programmeId],
    ['Rentrée', intakeLabel ?? intakeId],
    ['Convoquée pour le', `${instantInFrench(scheduledAt)} (heure de Paris)`],
    ['Ouverte le', `${instantInFrench(openedAt)} (heure de Paris)`],
    ['Close le', `${instantInFrench(minutes.signedAt)} (heure de Paris)`],
    ['Dossiers examinés', String(session.files.length)],
  ]);
}

function members(sheet: Sheet, session: Closed): void {
  const { present, quorum, chairId, arrivals = [] } = session;
  const presence = (id: string) => {
    const arrival = arrivals.find(({ memberId }) => memberId === id);
    if (arrival) return `Arrivé(e) le ${instantInFrench(arrival.at)}`;
    return present.includes(id) ? 'Présent(e)' : 'Absent(e)';
  };
  const jury = juryOf(session);
  sheet.heading('Composition et quorum');
  const rows = jury.map((id) => [
    nameOf(session, id),
    id === chairId ? 'Présidence' : 'Membre',
    presence(id),
  ]);
  sheet.table(['Nom', 'Qualité', 'Présence'], rows, [width - 220, 110, 110]);
  sheet.paragraph(
    `Quorum requis : ${quorum} sur ${jury.length}. Membres présents : ${present.length}. Le quorum est atteint.`,
  );
}

function decisions(sheet: Sheet, session: Closed): void {
  sheet.heading('Décisions');
  if (session.files.length === 0) return sheet.paragraph('Aucun dossier n’était à l’ordre du jour.');
  const rows = session.files.map((file) => [
    `${file.candidateName}\n${file.reference}`,
    `${markInFrench(points(file.mean))} / 20`,
    decisionIn(file),
    groundsIn(file),
  ]);
  sheet.table(['Candidature', 'Note', 'Décision', 'Motifs et mentions'], rows, [150, 70, 90, width - 310]);
  const counts = Object.entries(outcomeLabels).map(([outcome, label]) => {
    const count = session.files.filter(({ decision }) => decision?.outcome === outcome).length;
    return `${label} : ${count}`;
  });
  sheet.paragraph(`${counts.join(' · ')}.`);
}

function decisionIn({ decision }: JuryFile): string {
  return decision ? outcomeLabels[decision.outcome] : '';
}

function groundsIn({ decision, derogation, marks }: JuryFile): string {
  const mentions = [
    ...(decision?.grounds ?? []),
    decision?.conditionalOn === undefined ? undefined : 'Sous réserve de l’obtention du diplôme',
    derogation === undefined ? undefined : `Dérogation ${derogation}`,
    marks > 2 ? 'Note médiane de trois évaluations' : undefined,
  ];
  return mentions.filter((mention) => mention !== undefined).join('\n') || '—';
}

function recusals(sheet: Sheet, session: Closed): void {
  const rows = session.files.flatMap((file) =>
    file.recusals.map(({ memberId }) => [
      nameOf(session, memberId),
      file.reference,
      `${deliberatorsOf(session, file).length} membres ont délibéré`,
    ]),
  );
  if (rows.length === 0) return;
  sheet.heading('Déports');
  sheet.table(['Membre', 'Candidature', 'Quorum du dossier'], rows, [width - 290, 130, 160]);
}

function signature(sheet: Sheet, session: Closed): void {
  const { signedBy, signedAt, number } = session.minutes;
  sheet.together(130);
  sheet.heading('Signature');
  sheet.facts([
    ['Signé par', signedBy.name],
    ['Qualité', `${chairCapacity[0]!.toUpperCase()}${chairCapacity.slice(1)}`],
    ['Le', `${instantInFrench(signedAt)} (heure de Paris)`],
    ['Procès-verbal', `N° ${number}, signé électroniquement ; aucune décision ne peut plus être modifiée`],
  ]);
}

function nameOf({ minutes }: Closed, id: string): string {
  return minutes.names[id] ?? id;
}
