import { z } from 'zod';
import { action, paragraph } from './blocks.ts';
import { instantInFrench } from './french.ts';
import { defineTemplate, linkOf, type Writing } from './template.ts';

const nothing = z.object({});
const expiring = z.object({ expiresAt: z.iso.datetime() });

const until = (expiresAt: string) =>
  `Ce lien ne sert qu’une fois ; il est valable jusqu’au ${instantInFrench(expiresAt)} (heure de Paris).`;
const ifNotYou = ({ institution: { service } }: Writing) =>
  `Si vous n’êtes pas à l’origine de cette opération, écrivez-nous sans attendre à ${service.email} ou appelez le ${service.phone}.`;

export const confirmAddress = defineTemplate({
  name: 'confirm-address',
  version: 1,
  data: expiring,
  hasLink: true,
  isToStranger: true,
  subject: () => 'Confirmez votre adresse électronique',
  body: ({ expiresAt }, writing) => [
    paragraph(
      `Un compte vient d’être créé avec cette adresse sur la plateforme de candidature ${writing.institution.ofName}. Pour l’activer, confirmez que l’adresse est bien la vôtre.`,
    ),
    action('Confirmer mon adresse', linkOf(writing)),
    paragraph(until(expiresAt)),
    paragraph(
      'Si vous n’avez pas demandé la création de ce compte, vous n’avez rien à faire : sans confirmation, il ne sera jamais activé.',
    ),
  ],
});

export const signUpRepeated = defineTemplate({
  name: 'sign-up-repeated',
  version: 1,
  data: nothing,
  hasLink: false,
  isToStranger: true,
  subject: () => 'Vous avez déjà un compte',
  body: (_data, writing) => [
    paragraph(
      `Une création de compte vient d’être demandée avec cette adresse sur la plateforme de candidature ${writing.institution.ofName}. Or un compte existe déjà : aucun autre n’a été créé et rien n’a changé.`,
    ),
    paragraph(
      'Pour vous connecter, utilisez votre mot de passe habituel. Si vous l’avez oublié, demandez-en un nouveau depuis la page de connexion.',
    ),
    action('Aller à la page de connexion', writing.publicUrl),
    paragraph(
      'Si vous n’êtes pas à l’origine de cette demande, vous n’avez rien à faire : personne n’a eu accès à votre compte.',
    ),
  ],
});

export const resetPassword = defineTemplate({
  name: 'reset-password',
  version: 1,
  data: expiring,
  hasLink: true,
  subject: () => 'Choisissez un nouveau mot de passe',
  body: ({ expiresAt }, writing) => [
    paragraph(
      'Vous avez demandé à changer le mot de passe de votre compte. Choisissez-en un nouveau en suivant ce lien.',
    ),
    action('Choisir un nouveau mot de passe', linkOf(writing)),
    paragraph(until(expiresAt)),
    paragraph(
      'Si vous n’avez rien demandé, ignorez ce message : votre mot de passe actuel reste valable. Ne transmettez ce lien à personne ; nous ne vous le demanderons jamais.',
    ),
  ],
});

export const passwordChanged = defineTemplate({
  name: 'password-changed',
  version: 1,
  data: z.object({ changedAt: z.iso.datetime() }),
  hasLink: false,
  subject: () => 'Votre mot de passe a été changé',
  body: ({ changedAt }, writing) => [
    paragraph(
      `Le mot de passe de votre compte a été changé le ${instantInFrench(changedAt)} (heure de Paris). Toutes vos autres connexions ont été fermées.`,
    ),
    paragraph(ifNotYou(writing)),
  ],
});

export const confirmNewAddress = defineTemplate({
  name: 'confirm-new-address',
  version: 1,
  data: expiring,
  hasLink: true,
  isToStranger: true,
  subject: () => 'Confirmez votre nouvelle adresse électronique',
  body: ({ expiresAt }, writing) => [
    paragraph(
      `Vous avez demandé à utiliser cette adresse pour votre compte sur la plateforme de candidature ${writing.institution.ofName}. Elle remplacera l’ancienne dès que vous l’aurez confirmée.`,
    ),
    action('Confirmer ma nouvelle adresse', linkOf(writing)),
    paragraph(until(expiresAt)),
    paragraph('Si cette demande ne vient pas de vous, ignorez ce message : rien ne changera.'),
  ],
});

export const addressChanged = defineTemplate({
  name: 'address-changed',
  version: 1,
  data: z.object({ changedAt: z.iso.datetime(), maskedNewEmail: z.string() }),
  hasLink: false,
  subject: () => 'L’adresse de votre compte a été changée',
  body: ({ changedAt, maskedNewEmail }, writing) => [
    paragraph(
      `Depuis le ${instantInFrench(changedAt)} (heure de Paris), l’adresse de votre compte est ${maskedNewEmail}. Nos courriers y seront envoyés ; celui-ci est le dernier que vous recevez à l’ancienne adresse.`,
    ),
    paragraph(ifNotYou(writing)),
  ],
});

export const staffInvitation = defineTemplate({
  name: 'staff-invitation',
  version: 1,
  data: expiring,
  hasLink: true,
  subject: (_data, { institution }) => `Votre accès à la plateforme d’admission ${institution.ofName}`,
  body: ({ expiresAt }, writing) => [
    paragraph(
      `Un compte professionnel vous a été ouvert sur la plateforme d’admission ${writing.institution.ofName}. Choisissez votre mot de passe pour l’activer.`,
    ),
    action('Choisir mon mot de passe', linkOf(writing)),
    paragraph(until(expiresAt)),
    paragraph(
      'Ce compte donne accès à des données personnelles de candidats : il vous est strictement personnel.',
    ),
  ],
});
