import * as calls from '../documents.ts';
import { defineRoute } from './route.ts';

const ofApplication = calls.listDocuments.input;
const params = calls.getDocument.input;

export const listDocuments = defineRoute({
  id: 'list-documents',
  method: 'GET',
  path: '/v1/applications/:applicationId/documents',
  tag: 'Documents',
  summary: 'Documents of an application',
  audience: 'document:read',
  params: ofApplication,
  status: 200,
  response: calls.listDocuments.output,
  call: calls.listDocuments,
  errors: [],
});

export const requestUpload = defineRoute({
  id: 'request-upload',
  method: 'POST',
  path: '/v1/applications/:applicationId/documents',
  tag: 'Documents',
  summary: 'Ask for a form with which to send one file to the store',
  about:
    'Send the `fields` and then the file as `multipart/form-data` to `upload.url`, straight to the store; then claim the document. ' +
    'Nothing of a file passes through this API.',
  audience: 'document:upload',
  params: ofApplication,
  body: calls.requestUpload.input.omit({ applicationId: true }),
  status: 201,
  response: calls.requestUpload.output,
  call: calls.requestUpload,
  errors: [
    'document-not-asked',
    'document-type-full',
    'document-format-refused',
    'document-too-large',
    'document-empty',
    'document-not-editable',
    'upload-expired',
    'upload-superseded',
    'object-store-unavailable',
    'not-ready-yet',
  ],
});

export const getDocument = defineRoute({
  id: 'get-document',
  method: 'GET',
  path: '/v1/documents/:documentId',
  tag: 'Documents',
  summary: 'One document and where its check stands',
  audience: 'document:read',
  params,
  status: 200,
  response: calls.getDocument.output,
  call: calls.getDocument,
  errors: [],
});

export const discardDocument = defineRoute({
  id: 'discard-document',
  method: 'DELETE',
  path: '/v1/documents/:documentId',
  tag: 'Documents',
  summary: 'Take a document out of a draft',
  audience: 'document:upload',
  params,
  status: 200,
  response: calls.discardDocument.output,
  call: calls.discardDocument,
  errors: ['document-not-editable', 'wrong-state'],
});

export const claimUpload = defineRoute({
  id: 'claim-upload',
  method: 'POST',
  path: '/v1/documents/:documentId/claim',
  tag: 'Documents',
  summary: 'Say that the file was sent, so that it is checked',
  audience: 'document:upload',
  params,
  status: 200,
  response: calls.claimUpload.output,
  call: calls.claimUpload,
  errors: [
    'upload-not-received',
    'upload-expired',
    'upload-superseded',
    'document-empty',
    'document-too-large',
    'document-not-editable',
    'object-store-unavailable',
  ],
});

export const issueLink = defineRoute({
  id: 'issue-link',
  method: 'POST',
  path: '/v1/documents/:documentId/links',
  tag: 'Documents',
  summary: 'A link to a checked file that lives at most 60 seconds',
  audience: 'document:read',
  params,
  status: 201,
  response: calls.issueLink.output,
  call: calls.issueLink,
  errors: ['document-not-readable', 'object-store-unavailable'],
});

export const judgeDocument = defineRoute({
  id: 'judge-document',
  method: 'POST',
  path: '/v1/documents/:documentId/verdict',
  tag: 'Documents',
  summary: 'Accept a checked document, or refuse it with a reason',
  about:
    'The candidate is told of a refusal and may replace that document alone. Another verdict corrects the one before.',
  audience: 'document:judge',
  params: params,
  body: calls.judgeDocument.input.omit({ documentId: true }),
  status: 200,
  response: calls.judgeDocument.output,
  call: calls.judgeDocument,
  errors: ['document-not-readable', 'document-replaced', 'wrong-state'],
});
