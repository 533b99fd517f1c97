import { html } from './html.ts';

/** What somebody sees who opens the address of the platform in a browser. */
export const homeText = {
  title: 'Candidatures',
  content: html`<p>
      Cette adresse est celle du service des candidatures. Pour suivre votre candidature, ouvrez votre espace
      depuis le site de l’établissement ; pour toute question, écrivez à l’adresse que donne chacun de nos
      messages.
    </p>
    <p><a href="/docs">Documentation technique</a></p>`,
};
