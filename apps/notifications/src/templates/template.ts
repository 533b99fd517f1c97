import type { z } from 'zod';
import type { Institution } from '../institution.ts';
import type { Block } from './blocks.ts';

/** What a letter is written with, besides its data. */
export interface Writing {
  readonly institution: Institution;
  /** Printable name of the reader; empty when it was never confirmed to be theirs. */
  readonly name: string;
  readonly email: string;
  /** The opened link of the letter, where it has one. */
  readonly link?: string;
  /** Where candidates find the platform. */
  readonly publicUrl: string;
}

export interface Attachment {
  readonly fileName: string;
  readonly contentType: 'application/pdf';
  readonly content: Buffer;
}

/** A calendar file (RFC 5545, RFC 5546): takes an appointment into the reader’s calendar, or out of it. */
export interface CalendarFile {
  readonly fileName: string;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/** A kind of letter. Whoever changes its words raises its version: the version is kept with each letter (R21). */
export interface Template<Data extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly version: number;
  /** What is kept of the message; never a secret. */
  readonly data: Data;
  /** It carries a link with a secret: it is not shown in lists, and not sent after the link has ended. */
  readonly hasLink: boolean;
  /** The reader’s name was never confirmed by the owner of the address: it is not printed, or anybody could make us say anything. */
  readonly isToStranger?: boolean;
  subject(data: z.infer<Data>, writing: Writing): string;
  body(data: z.infer<Data>, writing: Writing): readonly Block[];
  attachment?(data: z.infer<Data>, writing: Writing): Promise<Attachment>;
  calendar?(data: z.infer<Data>, writing: Writing): CalendarFile;
}

/** Declares a template, with its types kept together. */
export function defineTemplate<Data extends z.ZodType>(template: Template<Data>): Template<Data> {
  return template;
}

/** The link of a letter that has one. */
export function linkOf({ link }: Writing): string {
  if (link === undefined) throw new Error('this letter is written with its link only');
  return link;
}
