/** On what an admission may depend, in the words that follow « sous réserve ». */
const words: Readonly<Record<string, string>> = {
  DIPLOMA_AWARD: 'de l’obtention du diplôme que vous préparez',
};

/** What a conditional admission depends on and how the condition is lifted; nothing for an admission without one. */
export function conditionNotice(conditionalOn: string | undefined): string[] {
  if (conditionalOn === undefined) return [];
  const reserve = words[conditionalOn] ?? `suivante : ${conditionalOn}`;
  return [
    `Votre admission est prononcée sous réserve ${reserve}. Transmettez-nous le justificatif dès que vous l’avez ; votre inscription ne devient définitive qu’une fois la réserve levée.`,
  ];
}
