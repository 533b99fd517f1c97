import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as french from '@zxcvbn-ts/language-fr';

/** More is not looked at: it costs time, and no long text that begins strong is weak. */
const lookedAt = 32;
/** Ways to read signs as letters (`p4ssw0rd`) that are tried; by default 512, which a hostile text turns into seconds of work. */
const readings = 10;

const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...french.dictionary },
  graphs: common.adjacencyGraphs,
  maxLength: lookedAt,
  l33tMaxSubstitutions: readings,
});

parentPort!.on('message', ({ password, known }: { password: string; known: string[] }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort!.postMessage(estimator.check(password, known).guessesLog10);
});
