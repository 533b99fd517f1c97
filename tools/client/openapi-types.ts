// Generated from docs/generated/openapi.json by `npm run docs`.
export interface paths {
  '/v1/accounts/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept an invitation as staff and set the password
     * @description Open to everybody.
     */
    post: operations['accept-invitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change the password
     * @description Every session of the account ends at once, this one too: sign in again.
     *
     *     Needs a session.
     */
    put: operations['change-password'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/confirmations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm the address with the token of the mailed link
     * @description Open to everybody.
     */
    post: operations['confirm-email'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/email-changes/confirmations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change the address with the token of the mailed link
     * @description Needs no session: the link may be opened on another device. Every session of the account ends at once.
     *
     *     Open to everybody.
     */
    post: operations['confirm-email-change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is signed in, and what the roles allow
     * @description Needs a session.
     */
    get: operations['get-me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/confirmation-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send the link of confirmation again
     * @description The answer never says whether the address is known or confirmed already.
     *
     *     Open to everybody.
     */
    post: operations['request-confirmation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/email-changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for another address
     * @description A link goes to the new address; the address changes when the link is used.
     *
     *     Needs a session.
     */
    post: operations['request-email-change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/password-resets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a link with which to set another password
     * @description The answer never says whether the address is known.
     *
     *     Open to everybody.
     */
    post: operations['request-password-reset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/password-resets/confirmations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set another password with the token of the mailed link
     * @description Every session of the account ends at once.
     *
     *     Open to everybody.
     */
    post: operations['reset-password'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in
     * @description A browser gets an HttpOnly cookie; an API client asks `as: "api-client"` and gets a bearer token, and no cookie. Sent again, it opens one more session: the answer holds a secret and is therefore not kept for a repeat.
     *
     *     Open to everybody.
     */
    post: operations['sign-in'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End the session of this request
     * @description Open to everybody.
     */
    delete: operations['sign-out'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open an account as a candidate
     * @description The answer never says whether the address is known: a link goes to a new address, a notice to the owner of a known one. A password has at least 15 characters and must not be easy to guess.
     *
     *     Open to everybody.
     */
    post: operations['sign-up'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/{accountId}/grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Replace the staff roles of an account
     * @description Every session of the account ends at once.
     *
     *     Needs the permission `staff:manage`: create staff accounts and give roles.
     */
    put: operations['change-grants'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Members of staff with their roles, by address
     * @description Needs the permission `staff:manage`: create staff accounts and give roles.
     */
    get: operations['list-staff'];
    put?: never;
    /**
     * Invite a member of staff
     * @description A link goes to the address, with which the person sets a password. Invited again, the former link is void.
     *
     *     Needs the permission `staff:manage`: create staff accounts and give roles.
     */
    post: operations['invite-staff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/evaluators': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who can be named as evaluator, jury member or chair in a programme, by name
     * @description Nothing else of them is told.
     *
     *     Needs one of these permissions:
     *
     *     - `evaluator:assign`: name the two evaluators of an application
     *     - `jury:plan`: plan a jury session and its agenda
     */
    get: operations['list-evaluators'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/{accountId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take all staff roles from an account
     * @description Every session of the account ends at once. An account that is a candidate’s too stays as that.
     *
     *     Needs the permission `staff:manage`: create staff accounts and give roles.
     */
    delete: operations['remove-staff'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm data and documents; the fee is then to be paid
     * @description Needs the permission `application:edit`: fill in and confirm an application.
     */
    post: operations['confirm-application'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * My applications, newest first
     * @description Needs the permission `application:create`: start an application of one’s own.
     */
    get: operations['list-own-applications'];
    put?: never;
    /**
     * Start an application for an open intake
     * @description One per candidate and intake.
     *
     *     Needs the permission `application:create`: start an application of one’s own.
     */
    post: operations['create-application'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One application, with its checklist and what still prevents the next step
     * @description Needs the permission `application:read`: open an application.
     */
    get: operations['get-application'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Fill in sections of a draft
     * @description Each given section replaces the former one as a whole; the others stay.
     *
     *     Needs the permission `application:edit`: fill in and confirm an application.
     */
    patch: operations['fill-application'];
    trace?: never;
  };
  '/v1/applications/{applicationId}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Messages between the candidate and the staff, oldest first
     * @description Needs the permission `message:read`: read the messages of an application.
     */
    get: operations['list-messages'];
    put?: never;
    /**
     * Write a message about an application
     * @description Needs the permission `message:write`: write a message about an application.
     */
    post: operations['post-message'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/programmes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Programmes and their intakes, open or not
     * @description Open to everybody.
     */
    get: operations['list-programmes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/promises': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Letters that were promised within working days
     * @description Needs the permission `promise:read`: see which letters are due today or late.
     */
    get: operations['list-promises'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Applications to study: those whose fee is paid, oldest submission first
     * @description Needs the permission `queue:read`: see the list of applications to study.
     */
    get: operations['list-queue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/admissibility': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decide on the file alone, with the route or derogation
     * @description The letter is promised within the business days of the rule set.
     *
     *     Needs the permission `admissibility:decide`: decide on the file alone, with the route or derogation.
     */
    post: operations['record-admissibility'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Leave the admission process
     * @description At any step and for good. A payment on its way is settled first; a deposit that was paid is kept.
     *
     *     Needs the permission `application:withdraw`: leave the admission process.
     */
    post: operations['withdraw-application'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents/{documentId}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that the file was sent, so that it is checked
     * @description Needs the permission `document:upload`: send, claim and discard documents of an application.
     */
    post: operations['claim-upload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents/{documentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One document and where its check stands
     * @description Needs the permission `document:read`: see and download documents of an application.
     */
    get: operations['get-document'];
    put?: never;
    post?: never;
    /**
     * Take a document out of a draft
     * @description Needs the permission `document:upload`: send, claim and discard documents of an application.
     */
    delete: operations['discard-document'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents/{documentId}/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A link to a checked file that lives at most 60 seconds
     * @description Needs the permission `document:read`: see and download documents of an application.
     */
    post: operations['issue-link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents/{documentId}/verdict': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept a checked document, or refuse it with a reason
     * @description The candidate is told of a refusal and may replace that document alone. Another verdict corrects the one before.
     *
     *     Needs the permission `document:judge`: accept or refuse a document with a reason.
     */
    post: operations['judge-document'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Documents of an application
     * @description Needs the permission `document:read`: see and download documents of an application.
     */
    get: operations['list-documents'];
    put?: never;
    /**
     * Ask for a form with which to send one file to the store
     * @description Send the `fields` and then the file as `multipart/form-data` to `upload.url`, straight to the store; then claim the document. Nothing of a file passes through this API.
     *
     *     Needs the permission `document:upload`: send, claim and discard documents of an application.
     */
    post: operations['request-upload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/refunds/{refundId}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve a refund that another person made due
     * @description It is then executed once through the provider.
     *
     *     Needs the permission `refund:approve`: approve a refund that another person made due.
     */
    post: operations['approve-refund'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{orderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One order and whether it is paid
     * @description Needs the permission `order:read`: see what is to be paid and what was paid.
     */
    get: operations['get-order'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/funding-agreements/{fundingId}/verdict': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm a funding agreement, or refuse it
     * @description A confirmation makes the refund of the deposit due; another person approves that refund.
     *
     *     Needs the permission `funding:manage`: register, confirm and refuse funding agreements.
     */
    post: operations['judge-funding-agreement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/funding-agreements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Funding agreements of an application, oldest first
     * @description Needs the permission `order:read`: see what is to be paid and what was paid.
     */
    get: operations['list-funding-agreements'];
    put?: never;
    /**
     * Register the agreement that a funder sent
     * @description Needs the permission `funding:manage`: register, confirm and refuse funding agreements.
     */
    post: operations['register-funding-agreement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is to be paid and what was paid for an application
     * @description Needs the permission `order:read`: see what is to be paid and what was paid.
     */
    get: operations['list-orders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Refunds, those that are due longest first
     * @description Needs the permission `refund:approve`: approve a refund that another person made due.
     */
    get: operations['list-refunds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{orderId}/checkout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The address of the card page for an open order
     * @description Only the provider’s confirmation marks the order paid; the page to which the browser returns never does.
     *
     *     Needs the permission `order:pay`: pay an order.
     */
    post: operations['open-checkout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/interview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The interview of an application
     * @description Needs the permission `interview:read`: see the interview of an application.
     */
    get: operations['get-interview'];
    /**
     * Book a free slot, or move the interview to it
     * @description A slot is given once, however many ask for it. The slot before is given back when the new one is held.
     *
     *     Needs the permission `interview:book`: book, move and cancel one’s own interview.
     */
    put: operations['book-interview'];
    post?: never;
    /**
     * Give the slot back; another may be booked
     * @description Needs the permission `interview:book`: book, move and cancel one’s own interview.
     */
    delete: operations['cancel-interview'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/interview/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give an appointment up on the school’s side; the candidate books another
     * @description For an interviewer who is away, also after the interview should have begun. Of a candidate who was said not to have come it takes that back. The slot is closed, the candidate is told by letter, and it counts as none of their moves. The reason is kept for staff.
     *
     *     Needs the permission `slot:manage`: open and close interview slots, and give up what is booked in them.
     */
    post: operations['cancel-interview-by-school'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/interview-slots/{slotId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take away a slot that nobody booked
     * @description Needs the permission `slot:manage`: open and close interview slots, and give up what is booked in them.
     */
    delete: operations['close-interview-slot'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/interview-slots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Interview slots to come, earliest first
     * @description With `applicationId` the free ones that may be booked for it; otherwise, for staff, all of one programme or of every programme that is theirs, the booked ones with their application. A page may hold fewer than `limit`.
     *
     *     Needs one of these permissions:
     *
     *     - `interview:book`: book, move and cancel one’s own interview
     *     - `slot:manage`: open and close interview slots, and give up what is booked in them
     */
    get: operations['list-interview-slots'];
    put?: never;
    /**
     * Open interview slots of one interviewer
     * @description The interviewer is an evaluator of the programme.
     *
     *     Needs the permission `slot:manage`: open and close interview slots, and give up what is booked in them.
     */
    post: operations['open-interview-slots'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/interview/outcome': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that the interview took place, or that the candidate did not come
     * @description After its start. An officer also says `NO_SHOW` of a candidate who has no appointment, so that a file does not wait for ever for one who books nothing.
     *
     *     Needs the permission `interview:record`: say that an interview took place or not.
     */
    post: operations['record-interview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/evaluation/evaluators': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Name the evaluators that are missing
     * @description Two at first; later one in the place of who stepped back, or a third when the marks are far apart. Those who were named before stay and are not named again. Each is an evaluator of the programme; otherwise `accountIds` of the refusal names who is not.
     *
     *     Needs the permission `evaluator:assign`: name the two evaluators of an application.
     */
    put: operations['assign-evaluators'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/evaluation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The marks of an application, as the person may see them
     * @description An evaluator sees the marks of the others once all that count are locked.
     *
     *     Needs one of these permissions:
     *
     *     - `mark:give`: mark an application that one was assigned to
     *     - `evaluator:assign`: name the two evaluators of an application
     *     - `jury:read`: see a jury session, its files and its minutes
     */
    get: operations['get-evaluation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/assignments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Applications that I am to mark, oldest first
     * @description Needs the permission `mark:give`: mark an application that one was assigned to.
     */
    get: operations['list-assignments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/evaluation/mark/lock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lock one’s own mark for good
     * @description Needs the permission `mark:give`: mark an application that one was assigned to.
     */
    post: operations['lock-mark'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/evaluation/recusal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Step back for a conflict of interest
     * @description What was drafted is taken out; an officer names another evaluator.
     *
     *     Needs the permission `mark:give`: mark an application that one was assigned to.
     */
    post: operations['recuse-from-evaluation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/evaluation/evaluators/{evaluatorId}/relief': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take off an evaluator who has not locked a mark
     * @description What was drafted is taken out; then name another evaluator.
     *
     *     Needs the permission `evaluator:assign`: name the two evaluators of an application.
     */
    post: operations['relieve-evaluator'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications/{applicationId}/evaluation/mark': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Keep the draft of one’s own mark and comment
     * @description Needs the permission `mark:give`: mark an application that one was assigned to.
     */
    put: operations['save-mark'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jury-sessions/{sessionId}/adjournment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End a session that cannot go on, without a decision
     * @description For an officer or the chair, until the session is closing. What was decided in it does not count; its files may come before another session.
     *
     *     Needs one of these permissions:
     *
     *     - `jury:plan`: plan a jury session and its agenda
     *     - `jury:close`: open and close a jury session as its chair
     */
    post: operations['adjourn-jury-session'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jury-sessions/{sessionId}/closing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close and sign the session
     * @description The session is `closing` while places are reserved. Then it is `closed` and its decisions never change, or it is `open` again and `refused` names the files for which there is no place.
     *
     *     Needs the permission `jury:close`: open and close a jury session as its chair.
     */
    post: operations['close-jury-session'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jury-sessions/{sessionId}/minutes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The minutes of a closed session as a PDF
     * @description Refused to a member who is recused from one of its files (403); for whose own application is among them there are none (404).
     *
     *     Needs the permission `jury:read`: see a jury session, its files and its minutes.
     */
    get: operations['get-jury-minutes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jury-sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One session with its files
     * @description Needs the permission `jury:read`: see a jury session, its files and its minutes.
     */
    get: operations['get-jury-session'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jury-sessions/{sessionId}/arrivals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let in a member who comes after the opening
     * @description Needs the permission `jury:close`: open and close a jury session as its chair.
     */
    post: operations['let-in-jury-member'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jury-sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Jury sessions, newest first: of an officer’s programmes, and those in which I sit
     * @description Needs the permission `jury:read`: see a jury session, its files and its minutes.
     */
    get: operations['list-jury-sessions'];
    put?: never;
    /**
     * Plan a session with its chair, members and quorum
     * @description The chair holds the role of a chair in the programme, members that of a member or a chair; otherwise `accountIds` of the refusal names who does not.
     *
     *     Needs the permission `jury:plan`: plan a jury session and its agenda.
     */
    post: operations['plan-jury-session'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jury-sessions/{sessionId}/opening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open the session with those present
     * @description Needs the permission `jury:close`: open and close a jury session as its chair.
     */
    post: operations['open-jury-session'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jury-sessions/{sessionId}/decisions/{applicationId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Record what the session decides on one file
     * @description It replaces what was decided before, until the session is closed. Only members who are present and not recused decide on a file, and nobody is turned down without a ground.
     *
     *     Needs the permission `jury:decide`: record decisions in an open jury session.
     */
    put: operations['record-jury-decision'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jury-sessions/{sessionId}/recusals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Declare a conflict of interest on one file
     * @description Needs the permission `jury:decide`: record decisions in an open jury session.
     */
    post: operations['recuse-from-jury-file'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jury-sessions/{sessionId}/agenda': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Set the files of a session that is not open yet
     * @description Replaces the agenda before. A file is on one agenda at a time.
     *
     *     Needs the permission `jury:plan`: plan a jury session and its agenda.
     */
    put: operations['set-jury-agenda'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Letters that the platform wrote to me, newest first
     * @description Needs the permission `letter:read`: see the letters that were sent.
     */
    get: operations['list-letters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/platform/clock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Business time, and what each service takes it to be
     * @description Needs the permission `clock:move`: move the business clock of the local platform.
     */
    get: operations['read-clock'];
    put?: never;
    /**
     * Move business time forward (local platform only)
     * @description Answers when every service reports the new time.
     *
     *     Needs the permission `clock:move`: move the business clock of the local platform.
     */
    post: operations['move-clock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhooks/stripe': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Webhook of the card provider
     * @description The signature is checked over the bytes as they came. 200 says that the event is stored; a repeat changes nothing.
     *
     *     Open to everybody.
     */
    post: operations['receive-stripe-event'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Account: {
      id: string;
      email: string;
      name: string;
      /** @enum {string} */
      language: 'fr' | 'en';
      grants: components['schemas']['Grant'][];
      permissions: (
        | 'programme:read'
        | 'application:create'
        | 'application:read'
        | 'application:edit'
        | 'queue:read'
        | 'document:upload'
        | 'document:read'
        | 'order:read'
        | 'order:pay'
        | 'letter:read'
        | 'application:withdraw'
        | 'document:judge'
        | 'message:read'
        | 'message:write'
        | 'admissibility:decide'
        | 'promise:read'
        | 'slot:manage'
        | 'interview:book'
        | 'interview:read'
        | 'interview:record'
        | 'evaluator:assign'
        | 'mark:give'
        | 'jury:plan'
        | 'jury:read'
        | 'jury:decide'
        | 'jury:close'
        | 'funding:manage'
        | 'refund:approve'
        | 'staff:manage'
        | 'clock:move'
      )[];
      /** Format: date-time */
      createdAt: string;
    };
    ApplicantFacts: {
      identity?: {
        birthName: string;
        usedName?: string;
        firstNames: string[];
        /** Format: date */
        birthDate: string;
        birthPlace: string;
        birthCountry: string;
      };
      nationality?: {
        nationalities: string[];
        originSubdivision?: string;
      };
      residence?: {
        country: string;
        everHeldFrenchResidenceTitle: boolean;
        residenceTitle: {
          /** @enum {string} */
          type:
            | 'VLS'
            | 'VLS_TS'
            | 'CST'
            | 'CSP'
            | 'RESIDENT'
            | 'RESIDENT_LD_UE'
            | 'RETIREE'
            | 'APS'
            | 'RECEPISSE'
            | 'ATTESTATION_PROLONGATION';
          /** Format: date */
          expiresOn: string;
        } | null;
      };
      address?: {
        lines: string[];
        postalCode: string;
        city: string;
        country: string;
        phone: string;
      };
      lastDiploma?: {
        title: string;
        institution: string;
        /** @enum {string} */
        level: 'BAC' | 'BAC+2' | 'L3' | 'M1' | 'M2' | 'DOCTORATE';
        /** @enum {string} */
        kind:
          | 'INGENIEUR_CTI'
          | 'MANAGEMENT_CEFDG'
          | 'DNM'
          | 'M1'
          | 'RNCP7'
          | 'RNCP6'
          | 'LICENCE'
          | 'BTS'
          | 'BAC'
          | 'FOREIGN';
        issuerCountry: string;
        taughtIn: string;
        documentLanguage: string;
        awardedOn: string;
      };
      studies?: {
        inProgress: {
          title: string;
          institution: string;
          /** @enum {string} */
          level: 'BAC' | 'BAC+2' | 'L3' | 'M1' | 'M2' | 'DOCTORATE';
          /** @enum {string} */
          kind:
            | 'INGENIEUR_CTI'
            | 'MANAGEMENT_CEFDG'
            | 'DNM'
            | 'M1'
            | 'RNCP7'
            | 'RNCP6'
            | 'LICENCE'
            | 'BTS'
            | 'BAC'
            | 'FOREIGN';
          issuerCountry: string;
          taughtIn: string;
          documentLanguage: string;
          /** Format: date */
          expectedOn: string;
        } | null;
      };
      experience?: {
        periods: {
          employer: string;
          position: string;
          /** Format: date */
          from: string;
          to: string | null;
          ratio: number;
          /** @enum {string} */
          kind: 'JOB' | 'INTERNSHIP' | 'WORK_STUDY';
          related: boolean;
        }[];
      };
      french?: {
        secondarySchoolingInFrench: boolean;
        frenchBaccalaureat: boolean;
        test: {
          /** @enum {string} */
          type: 'DELF' | 'DALF' | 'TCF' | 'TEF';
          /** @enum {string} */
          level: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
          /** Format: date */
          date: string;
        } | null;
      };
      funding?:
        | {
            /** @constant */
            type: 'SELF';
          }
        | {
            /** @constant */
            type: 'EMPLOYER';
            employer: string;
          }
        | {
            /** @constant */
            type: 'OPCO';
            /** @enum {string} */
            opco:
              | 'AFDAS'
              | 'AKTO'
              | 'ATLAS'
              | 'CONSTRUCTYS'
              | 'OPCOMMERCE'
              | 'OCAPIAT'
              | 'OPCO2I'
              | 'OPCO_EP'
              | 'OPCO_MOBILITES'
              | 'OPCO_SANTE'
              | 'UNIFORMATION';
            employer: string;
          }
        | {
            /** @constant */
            type: 'OTHER';
            funder: string;
          };
    };
    ApplicantFactsInput: {
      identity?: {
        birthName: string;
        usedName?: string;
        firstNames: string[];
        /** Format: date */
        birthDate: string;
        birthPlace: string;
        birthCountry: string;
      };
      nationality?: {
        nationalities: string[];
        originSubdivision?: string;
      };
      residence?: {
        country: string;
        everHeldFrenchResidenceTitle: boolean;
        residenceTitle: {
          /** @enum {string} */
          type:
            | 'VLS'
            | 'VLS_TS'
            | 'CST'
            | 'CSP'
            | 'RESIDENT'
            | 'RESIDENT_LD_UE'
            | 'RETIREE'
            | 'APS'
            | 'RECEPISSE'
            | 'ATTESTATION_PROLONGATION';
          /** Format: date */
          expiresOn: string;
        } | null;
      };
      address?: {
        lines: string[];
        postalCode: string;
        city: string;
        country: string;
        phone: string;
      };
      lastDiploma?: {
        title: string;
        institution: string;
        /** @enum {string} */
        level: 'BAC' | 'BAC+2' | 'L3' | 'M1' | 'M2' | 'DOCTORATE';
        /** @enum {string} */
        kind:
          | 'INGENIEUR_CTI'
          | 'MANAGEMENT_CEFDG'
          | 'DNM'
          | 'M1'
          | 'RNCP7'
          | 'RNCP6'
          | 'LICENCE'
          | 'BTS'
          | 'BAC'
          | 'FOREIGN';
        issuerCountry: string;
        taughtIn: string;
        documentLanguage: string;
        awardedOn: string;
      };
      studies?: {
        inProgress: {
          title: string;
          institution: string;
          /** @enum {string} */
          level: 'BAC' | 'BAC+2' | 'L3' | 'M1' | 'M2' | 'DOCTORATE';
          /** @enum {string} */
          kind:
            | 'INGENIEUR_CTI'
            | 'MANAGEMENT_CEFDG'
            | 'DNM'
            | 'M1'
            | 'RNCP7'
            | 'RNCP6'
            | 'LICENCE'
            | 'BTS'
            | 'BAC'
            | 'FOREIGN';
          issuerCountry: string;
          taughtIn: string;
          documentLanguage: string;
          /** Format: date */
          expectedOn: string;
        } | null;
      };
      experience?: {
        periods: {
          employer: string;
          position: string;
          /** Format: date */
          from: string;
          to: string | null;
          ratio: number;
          /** @enum {string} */
          kind: 'JOB' | 'INTERNSHIP' | 'WORK_STUDY';
          related: boolean;
        }[];
      };
      french?: {
        secondarySchoolingInFrench: boolean;
        frenchBaccalaureat: boolean;
        test: {
          /** @enum {string} */
          type: 'DELF' | 'DALF' | 'TCF' | 'TEF';
          /** @enum {string} */
          level: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
          /** Format: date */
          date: string;
        } | null;
      };
      funding?:
        | {
            /** @constant */
            type: 'SELF';
          }
        | {
            /** @constant */
            type: 'EMPLOYER';
            employer: string;
          }
        | {
            /** @constant */
            type: 'OPCO';
            /** @enum {string} */
            opco:
              | 'AFDAS'
              | 'AKTO'
              | 'ATLAS'
              | 'CONSTRUCTYS'
              | 'OPCOMMERCE'
              | 'OCAPIAT'
              | 'OPCO2I'
              | 'OPCO_EP'
              | 'OPCO_MOBILITES'
              | 'OPCO_SANTE'
              | 'UNIFORMATION';
            employer: string;
          }
        | {
            /** @constant */
            type: 'OTHER';
            funder: string;
          };
    };
    Application: {
      id: string;
      reference: string;
      state: components['schemas']['ApplicationState'];
      stateLabel: string;
      programme: {
        id: string;
        title: string;
      };
      intake: {
        id: string;
        label: string;
        /** Format: date */
        startsOn: string;
      };
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      confirmedAt?: string;
      /** Format: date-time */
      submittedAt?: string;
      /** Format: date-time */
      examinableFrom?: string;
      facts: components['schemas']['ApplicantFacts'];
      checklist: components['schemas']['ChecklistItem'][];
      blockers: components['schemas']['Blocker'][];
      fee: components['schemas']['Money'];
      admissibility?: {
        /** @enum {string} */
        outcome: 'ADMISSIBLE' | 'NOT_ADMISSIBLE';
        basis?: string;
        grounds: string[];
        /** Format: date-time */
        decidedAt: string;
      };
      decision?: {
        /** @enum {string} */
        outcome: 'ADMITTED' | 'NOT_ADMITTED' | 'DEFERRED';
        grounds: string[];
        /** Format: date-time */
        decidedAt: string;
      };
      offer?: {
        deposit: components['schemas']['Money'];
        /** Format: date-time */
        dueAt: string;
        /** Format: date-time */
        payableFrom?: string;
        conditionalOn?: string;
      };
      withdrawal?: {
        reason: string;
        /** Format: date-time */
        askedAt: string;
        /** Format: date-time */
        withdrawnAt?: string;
      };
      candidateName?: string;
      contact?: {
        name: string;
        email: string;
      };
    };
    ApplicationRow: {
      id: string;
      reference: string;
      state: components['schemas']['ApplicationState'];
      stateLabel: string;
      programmeId: string;
      programmeTitle: string;
      intakeId: string;
      intakeLabel: string;
      candidateName: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      submittedAt?: string;
      promise?: {
        /** Format: date */
        dueOn: string;
        /** @enum {string} */
        status: 'open' | 'due-today' | 'late';
      };
      /** Format: date-time */
      examinableFrom?: string;
    };
    /** @enum {string} */
    ApplicationState:
      | 'draft'
      | 'fee-pending'
      | 'submitted'
      | 'info-requested'
      | 'under-review'
      | 'admissible'
      | 'not-admissible'
      | 'in-selection'
      | 'deferred'
      | 'admitted'
      | 'not-admitted'
      | 'offer-open'
      | 'lapsing'
      | 'lapsed'
      | 'confirmed'
      | 'registered'
      | 'withdrawn'
      | 'cancelled';
    /** @enum {string} */
    ApplicationStateInput:
      | 'draft'
      | 'fee-pending'
      | 'submitted'
      | 'info-requested'
      | 'under-review'
      | 'admissible'
      | 'not-admissible'
      | 'in-selection'
      | 'deferred'
      | 'admitted'
      | 'not-admitted'
      | 'offer-open'
      | 'lapsing'
      | 'lapsed'
      | 'confirmed'
      | 'registered'
      | 'withdrawn'
      | 'cancelled';
    Blocker: {
      /** @enum {string} */
      kind: 'section' | 'document';
      what:
        | (
            | 'identity'
            | 'nationality'
            | 'residence'
            | 'address'
            | 'lastDiploma'
            | 'studies'
            | 'experience'
            | 'french'
            | 'funding'
          )
        | (
            | 'CV'
            | 'MOTIVATION'
            | 'PHOTO'
            | 'ID_DOC'
            | 'RESIDENCE'
            | 'FRENCH_B2'
            | 'LAST_DIPLOMA'
            | 'TRANSCRIPTS'
            | 'TRANSLATION'
            | 'CERTIFIED_COPY'
            | 'OTHER'
          );
      detail: string;
    };
    ChecklistItem: {
      /** @enum {string} */
      type:
        | 'CV'
        | 'MOTIVATION'
        | 'PHOTO'
        | 'ID_DOC'
        | 'RESIDENCE'
        | 'FRENCH_B2'
        | 'LAST_DIPLOMA'
        | 'TRANSCRIPTS'
        | 'TRANSLATION'
        | 'CERTIFIED_COPY'
        | 'OTHER';
      /** @enum {string} */
      status: 'REQUIRED' | 'DEFERRED' | 'NOT_ASKED';
      label: string;
      reason: string;
      rules: string[];
      present: boolean;
      awaits?: (
        | 'identity'
        | 'nationality'
        | 'residence'
        | 'address'
        | 'lastDiploma'
        | 'studies'
        | 'experience'
        | 'french'
        | 'funding'
      )[];
    };
    Clock: {
      /** Format: date-time */
      now: string;
      offsetMs: number;
      movable: boolean;
      services: {
        /** @enum {string} */
        service: 'gateway' | 'applications' | 'documents' | 'payments' | 'evaluation' | 'notifications';
        instance: string;
        offsetMs: number;
      }[];
    };
    Document: {
      id: string;
      applicationId: string;
      /** @enum {string} */
      type:
        | 'CV'
        | 'MOTIVATION'
        | 'PHOTO'
        | 'ID_DOC'
        | 'RESIDENCE'
        | 'FRENCH_B2'
        | 'LAST_DIPLOMA'
        | 'TRANSCRIPTS'
        | 'TRANSLATION'
        | 'CERTIFIED_COPY'
        | 'OTHER';
      label: string;
      state: components['schemas']['DocumentState'];
      stateLabel: string;
      fileName: string;
      size?: number;
      pages?: number;
      sha256?: string;
      problem?: {
        /** @enum {string} */
        code:
          | 'invalid-input'
          | 'invalid-cursor'
          | 'invalid-idempotency-key'
          | 'webhook-signature-invalid'
          | 'not-signed-in'
          | 'sign-in-refused'
          | 'origin-refused'
          | 'permission-missing'
          | 'not-found'
          | 'method-not-allowed'
          | 'body-too-large'
          | 'media-type-unsupported'
          | 'idempotency-key-reused'
          | 'too-many-requests'
          | 'internal-error'
          | 'busy'
          | 'service-unavailable'
          | 'not-ready-yet'
          | 'deadline-exceeded'
          | 'link-invalid'
          | 'password-too-weak'
          | 'password-refused'
          | 'email-taken'
          | 'last-administrator'
          | 'intake-not-open'
          | 'application-exists'
          | 'application-not-editable'
          | 'application-incomplete'
          | 'sworn-statement-missing'
          | 'wrong-state'
          | 'derogation-quota-full'
          | 'route-or-derogation'
          | 'study-not-started'
          | 'documents-not-judged'
          | 'order-closing'
          | 'slot-taken'
          | 'slot-past'
          | 'slot-overlap'
          | 'slot-booked'
          | 'too-many-moves'
          | 'evaluators-must-differ'
          | 'not-an-evaluator'
          | 'not-a-jury-member'
          | 'mark-locked'
          | 'mark-incomplete'
          | 'interview-not-done'
          | 'evaluation-incomplete'
          | 'quorum-missing'
          | 'decisions-missing'
          | 'grounds-missing'
          | 'session-sealed'
          | 'places-missing'
          | 'document-type-unknown'
          | 'document-type-full'
          | 'document-not-asked'
          | 'document-format-refused'
          | 'document-too-large'
          | 'document-empty'
          | 'document-wrong-type'
          | 'document-truncated'
          | 'document-encrypted'
          | 'document-active-content'
          | 'document-too-many-pages'
          | 'document-photo-refused'
          | 'document-malware'
          | 'document-not-editable'
          | 'document-not-readable'
          | 'document-replaced'
          | 'upload-not-received'
          | 'upload-expired'
          | 'upload-superseded'
          | 'order-not-payable'
          | 'order-already-paid'
          | 'payment-provider-unavailable'
          | 'object-store-unavailable'
          | 'deposit-not-due'
          | 'order-closed'
          | 'funding-too-low'
          | 'second-person-needed'
          | 'refund-not-due'
          | 'clock-not-movable'
          | 'clock-only-forward';
        detail?: string;
      };
      /** Format: date-time */
      requestedAt: string;
      /** Format: date-time */
      checkedAt?: string;
      verdict?: {
        accepted: boolean;
        reason?: string;
        reasonText?: string;
        comment?: string;
        /** Format: date-time */
        at: string;
      };
    };
    /** @enum {string} */
    DocumentState:
      | 'awaited'
      | 'uploaded'
      | 'checking'
      | 'rejected'
      | 'checked'
      | 'accepted'
      | 'refused'
      | 'replaced'
      | 'discarded';
    Evaluation: {
      applicationId: string;
      reference: string;
      programmeId: string;
      marks: components['schemas']['Mark'][];
      isComplete: boolean;
      mean?: number;
      needsThird: boolean;
    };
    Funding: {
      id: string;
      applicationId: string;
      /** @enum {string} */
      kind: 'OPCO' | 'EMPLOYER' | 'OTHER';
      funder: string;
      reference: string;
      amount: components['schemas']['Money'];
      /** @enum {string} */
      state: 'requested' | 'submitted' | 'received' | 'confirmed' | 'refused' | 'cancelled';
      stateLabel: string;
      /** Format: date */
      receivedOn: string;
      /** @enum {string} */
      remainderPaidBy?: 'EMPLOYER' | 'CANDIDATE';
      /** Format: date-time */
      confirmedAt?: string;
      confirmedBy?: string;
      refusedReason?: string;
    };
    Grant: {
      /** @enum {string} */
      role:
        | 'visitor'
        | 'candidate'
        | 'officer'
        | 'evaluator'
        | 'jury-member'
        | 'jury-chair'
        | 'finance-officer'
        | 'administrator';
      /** @default [] */
      programmes: string[];
    };
    Intake: {
      id: string;
      label: string;
      /** Format: date */
      startsOn: string;
      /** Format: date */
      opensOn: string;
      /** Format: date */
      closesOn: string;
      isOpen: boolean;
      applicationFee: components['schemas']['Money'];
      deposit: components['schemas']['Money'];
    };
    Interview: {
      applicationId: string;
      /** @enum {string} */
      state: 'invited' | 'booked' | 'done' | 'no-show' | 'cancelled';
      stateLabel: string;
      slot?: components['schemas']['Slot'];
      roomUrl?: string;
      moves: number;
      cancelledBySchool?: {
        /** Format: date-time */
        at: string;
        reason?: string;
      };
    };
    /** @description Any JSON value. */
    Json: unknown;
    JuryFile: {
      applicationId: string;
      reference: string;
      candidateName: string;
      mean?: number;
      derogation?: string;
      decision?: {
        /** @enum {string} */
        outcome: 'ADMITTED' | 'NOT_ADMITTED' | 'DEFERRED';
        grounds: string[];
        conditionalOn?: string;
        by: string;
      };
      recused: string[];
    };
    JurySession: {
      id: string;
      programmeId: string;
      intakeId: string;
      /** Format: date-time */
      scheduledAt: string;
      /** @enum {string} */
      state: 'planned' | 'convened' | 'open' | 'closing' | 'closed' | 'rectified' | 'adjourned';
      stateLabel: string;
      chairId: string;
      memberIds: string[];
      quorum: number;
      present: string[];
      files: components['schemas']['JuryFile'][];
      /** Format: date-time */
      closedAt?: string;
      minutes?: {
        number: string;
        /** Format: date-time */
        signedAt: string;
        signedBy: string;
      };
      adjourned?: {
        /** Format: date-time */
        at: string;
        reason: string;
      };
      refused: {
        applicationId: string;
        why: string;
      }[];
    };
    Letter: {
      id: string;
      applicationId?: string;
      template: string;
      templateVersion: number;
      subject: string;
      /** @enum {string} */
      state: 'due' | 'sent' | 'failed';
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      sentAt?: string;
    };
    Mark: {
      evaluatorId: string;
      /** @enum {string} */
      state: 'assigned' | 'draft' | 'locked' | 'recused';
      score?: number;
      comment?: string;
      /** Format: date-time */
      lockedAt?: string;
      recusal?: {
        /** Format: date-time */
        at: string;
        reason: string;
        relievedBy?: string;
      };
    };
    Message: {
      id: string;
      /** @enum {string} */
      from: 'candidate' | 'staff';
      authorName: string;
      text: string;
      /** Format: date-time */
      at: string;
    };
    Money: {
      amount: number;
      /** @constant */
      currency: 'EUR';
    };
    MoneyInput: {
      amount: number;
      /** @constant */
      currency: 'EUR';
    };
    Order: {
      id: string;
      applicationId: string;
      /** @enum {string} */
      product: 'APPLICATION_FEE' | 'DEPOSIT';
      label: string;
      amount: components['schemas']['Money'];
      state: components['schemas']['OrderState'];
      stateLabel: string;
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      paidAt?: string;
      receiptNumber?: string;
      /** Format: date-time */
      dueAt?: string;
      /** Format: date-time */
      payableFrom?: string;
      balance?: components['schemas']['Money'];
    };
    /** @enum {string} */
    OrderState: 'open' | 'in-flight' | 'paid' | 'closed' | 'disputed';
    Problem: {
      type: string;
      title: string;
      status: number;
      /** @enum {string} */
      code:
        | 'invalid-input'
        | 'invalid-cursor'
        | 'invalid-idempotency-key'
        | 'webhook-signature-invalid'
        | 'not-signed-in'
        | 'sign-in-refused'
        | 'origin-refused'
        | 'permission-missing'
        | 'not-found'
        | 'method-not-allowed'
        | 'body-too-large'
        | 'media-type-unsupported'
        | 'idempotency-key-reused'
        | 'too-many-requests'
        | 'internal-error'
        | 'busy'
        | 'service-unavailable'
        | 'not-ready-yet'
        | 'deadline-exceeded'
        | 'link-invalid'
        | 'password-too-weak'
        | 'password-refused'
        | 'email-taken'
        | 'last-administrator'
        | 'intake-not-open'
        | 'application-exists'
        | 'application-not-editable'
        | 'application-incomplete'
        | 'sworn-statement-missing'
        | 'wrong-state'
        | 'derogation-quota-full'
        | 'route-or-derogation'
        | 'study-not-started'
        | 'documents-not-judged'
        | 'order-closing'
        | 'slot-taken'
        | 'slot-past'
        | 'slot-overlap'
        | 'slot-booked'
        | 'too-many-moves'
        | 'evaluators-must-differ'
        | 'not-an-evaluator'
        | 'not-a-jury-member'
        | 'mark-locked'
        | 'mark-incomplete'
        | 'interview-not-done'
        | 'evaluation-incomplete'
        | 'quorum-missing'
        | 'decisions-missing'
        | 'grounds-missing'
        | 'session-sealed'
        | 'places-missing'
        | 'document-type-unknown'
        | 'document-type-full'
        | 'document-not-asked'
        | 'document-format-refused'
        | 'document-too-large'
        | 'document-empty'
        | 'document-wrong-type'
        | 'document-truncated'
        | 'document-encrypted'
        | 'document-active-content'
        | 'document-too-many-pages'
        | 'document-photo-refused'
        | 'document-malware'
        | 'document-not-editable'
        | 'document-not-readable'
        | 'document-replaced'
        | 'upload-not-received'
        | 'upload-expired'
        | 'upload-superseded'
        | 'order-not-payable'
        | 'order-already-paid'
        | 'payment-provider-unavailable'
        | 'object-store-unavailable'
        | 'deposit-not-due'
        | 'order-closed'
        | 'funding-too-low'
        | 'second-person-needed'
        | 'refund-not-due'
        | 'clock-not-movable'
        | 'clock-only-forward';
      detail?: string;
      instance: string;
      correlationId: string;
      issues?: {
        path: string;
        message: string;
      }[];
      data?: {
        [key: string]: components['schemas']['Json'];
      };
    };
    Programme: {
      id: string;
      title: string;
      /** @enum {string} */
      rhythm: 'ALTERNANCE' | 'FULL_TIME' | 'PART_TIME';
      durationMonths: number;
      tuition: components['schemas']['Money'];
      capacity: number;
      prerequisites: string[];
      intakes: components['schemas']['Intake'][];
    };
    PromisedLetter: {
      applicationId: string;
      reference: string;
      programmeId: string;
      /** @enum {string} */
      kind: 'ADMISSIBILITY' | 'JURY_DECISION';
      /** Format: date-time */
      startedAt: string;
      /** Format: date */
      dueOn: string;
      /** @enum {string} */
      status: 'open' | 'due-today' | 'late' | 'kept' | 'kept-late';
      /** Format: date-time */
      keptAt?: string;
    };
    Refund: {
      id: string;
      applicationId: string;
      orderId: string;
      /** @enum {string} */
      reason: 'FUNDING_CONFIRMED' | 'SECOND_CHARGE' | 'WITHDRAWAL_PERIOD';
      amount: components['schemas']['Money'];
      /** @enum {string} */
      state: 'waiting' | 'due' | 'approved' | 'executing' | 'succeeded' | 'failed' | 'stopped';
      stateLabel: string;
      /** Format: date-time */
      dueAt: string;
      /** Format: date */
      windowEndsOn?: string;
      isLate: boolean;
      /** @enum {string} */
      waitsFor?: 'START' | 'DEPOSIT' | 'DISPUTE';
      madeDueBy: string;
      approvedBy?: string;
      /** Format: date-time */
      succeededAt?: string;
      creditNoteNumber?: string;
      because?: string;
    };
    Slot: {
      id: string;
      programmeId: string;
      /** Format: date-time */
      startsAt: string;
      /** Format: date-time */
      endsAt: string;
      interviewerName: string;
      isFree: boolean;
      applicationId?: string;
    };
    Staff: {
      accountId: string;
      email: string;
      name: string;
      /** @enum {string} */
      state: 'invited' | 'active';
      grants: {
        /** @enum {string} */
        role: 'officer' | 'evaluator' | 'jury-member' | 'jury-chair' | 'finance-officer' | 'administrator';
        programmes: string[];
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'accept-invitation': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `origin-refused`: This change came from a page of another site. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'origin-refused';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `link-invalid`: This link is unknown, used or too old.
       *     `password-too-weak`: This password is too easy to guess.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'link-invalid' | 'password-too-weak';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'change-password': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          currentPassword: string;
          newPassword: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `origin-refused`: This change came from a page of another site. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'origin-refused';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `password-refused`: The current password is not right.
       *     `password-too-weak`: This password is too easy to guess.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'password-refused' | 'password-too-weak';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'confirm-email': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `origin-refused`: This change came from a page of another site. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'origin-refused';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `link-invalid`: This link is unknown, used or too old.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'link-invalid';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'confirm-email-change': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `origin-refused`: This change came from a page of another site. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'origin-refused';
          };
        };
      };
      /** @description `email-taken`: This address belongs to another account. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'email-taken';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `link-invalid`: This link is unknown, used or too old.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'link-invalid';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'get-me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
    };
  };
  'request-confirmation': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            status: 'accepted';
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `origin-refused`: This change came from a page of another site. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'origin-refused';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'request-email-change': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            status: 'accepted';
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `origin-refused`: This change came from a page of another site. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'origin-refused';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `password-refused`: The current password is not right.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'password-refused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'request-password-reset': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            status: 'accepted';
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `origin-refused`: This change came from a page of another site. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'origin-refused';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'reset-password': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `origin-refused`: This change came from a page of another site. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'origin-refused';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `link-invalid`: This link is unknown, used or too old.
       *     `password-too-weak`: This password is too easy to guess.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'link-invalid' | 'password-too-weak';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'sign-in': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
          password: string;
          /**
           * @default browser
           * @enum {string}
           */
          as?: 'browser' | 'api-client';
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accountId: string;
            /** Format: date-time */
            expiresAt: string;
            token?: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `sign-in-refused`: Address or password is not right, or the address is not confirmed yet. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'sign-in-refused';
          };
        };
      };
      /** @description `origin-refused`: This change came from a page of another site. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'origin-refused';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'sign-out': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-idempotency-key';
          };
        };
      };
      /** @description `origin-refused`: This change came from a page of another site. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'origin-refused';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'sign-up': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
          name: string;
          password: string;
          /**
           * @default fr
           * @enum {string}
           */
          language?: 'fr' | 'en';
        };
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            status: 'accepted';
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `origin-refused`: This change came from a page of another site. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'origin-refused';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `password-too-weak`: This password is too easy to guess.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'password-too-weak';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'change-grants': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        accountId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          grants: {
            /** @enum {string} */
            role:
              'officer' | 'evaluator' | 'jury-member' | 'jury-chair' | 'finance-officer' | 'administrator';
            /** @default [] */
            programmes?: ('*' | string)[];
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Staff'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `last-administrator`: The last administrator cannot be removed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'last-administrator';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'list-staff': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Staff'][];
            next?: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-cursor`: This page cursor was not issued by this list.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-cursor';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
    };
  };
  'invite-staff': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
          name: string;
          /**
           * @default fr
           * @enum {string}
           */
          language?: 'fr' | 'en';
          grants: {
            /** @enum {string} */
            role:
              'officer' | 'evaluator' | 'jury-member' | 'jury-chair' | 'finance-officer' | 'administrator';
            /** @default [] */
            programmes?: ('*' | string)[];
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accountId: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `email-taken`: This address belongs to another account. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'email-taken';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'list-evaluators': {
    parameters: {
      query: {
        programmeId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              accountId: string;
              name: string;
              roles: ('evaluator' | 'jury-member' | 'jury-chair')[];
            }[];
          };
        };
      };
      /** @description `invalid-input`: The request does not have the expected form. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
    };
  };
  'remove-staff': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        accountId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `last-administrator`: The last administrator cannot be removed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'last-administrator';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
  'confirm-application': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          swornStatement: boolean;
          /** @default false */
          earlyStart?: boolean;
          /** @default false */
          lossOfWithdrawalAcknowledged?: boolean;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Application'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `application-incomplete`: Data or documents are missing.
       *     `application-not-editable`: The application was confirmed and can no longer be edited.
       *     `intake-not-open`: This intake does not take applications now.
       *     `wrong-state`: The application is not in a state that allows this.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'application-incomplete' | 'application-not-editable' | 'intake-not-open' | 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `sworn-statement-missing`: The sworn statement must be accepted.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'sworn-statement-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-own-applications': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ApplicationRow'][];
            next?: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-cursor`: This page cursor was not issued by this list.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-cursor';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'create-application': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          intakeId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            applicationId: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `intake-not-open`: This intake does not take applications now.
       *     `application-exists`: You already apply for this intake.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'intake-not-open' | 'application-exists';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'get-application': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Application'];
        };
      };
      /** @description `invalid-input`: The request does not have the expected form. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'fill-application': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          sections: components['schemas']['ApplicantFactsInput'];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Application'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `application-not-editable`: The application was confirmed and can no longer be edited. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'application-not-editable';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-messages': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Message'][];
            next?: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-cursor`: This page cursor was not issued by this list.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-cursor';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'post-message': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Message'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `wrong-state`: The application is not in a state that allows this. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-programmes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Programme'][];
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-promises': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        status?: 'open' | 'due-today' | 'late' | 'kept' | 'kept-late';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PromisedLetter'][];
            next?: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-cursor`: This page cursor was not issued by this list.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-cursor';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-queue': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        programmeId?: string;
        state?: components['schemas']['ApplicationStateInput'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ApplicationRow'][];
            next?: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-cursor`: This page cursor was not issued by this list.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-cursor';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'record-admissibility': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'ADMISSIBLE' | 'NOT_ADMISSIBLE';
          /** @enum {string} */
          route?: 'ENG_CTI' | 'MGT_CEFDG' | 'THIRD_CYCLE' | 'M1_PLUS_3Y' | 'RNCP7' | 'FOREIGN_EQ';
          /** @enum {string} */
          derogation?: 'D30_M1' | 'D30_L3_3Y' | 'D40_VAPP';
          /** @default [] */
          grounds?: ('NO_ELIGIBLE_ROUTE' | 'PREREQ_MISSING' | 'INCOMPLETE' | 'FRENCH_LEVEL' | 'OTHER')[];
          comment?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Application'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `study-not-started`: The study of this file may not begin yet.
       *     `documents-not-judged`: Every required document must be accepted first.
       *     `derogation-quota-full`: The quota of this derogation is used up for the cohort.
       *     `wrong-state`: The application is not in a state that allows this.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'study-not-started' | 'documents-not-judged' | 'derogation-quota-full' | 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `route-or-derogation`: Give exactly one route or one derogation for an admissible file, none otherwise.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'route-or-derogation';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'withdraw-application': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @default PERSONAL_CHOICE
           * @enum {string}
           */
          reason?:
            | 'PERSONAL_CHOICE'
            | 'STATUTORY_WITHDRAWAL'
            | 'VISA_REFUSED'
            | 'DIPLOMA_NOT_OBTAINED'
            | 'LEGITIMATE_REASON'
            | 'FORCE_MAJEURE';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Application'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `wrong-state`: The application is not in a state that allows this.
       *     `order-closing`: A payment is being checked; try again in a moment.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'wrong-state' | 'order-closing';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'claim-upload': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        documentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Document'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `upload-not-received`: The store has no file for this upload; it refused it or it was not sent.
       *     `upload-expired`: The upload form has expired; ask for another.
       *     `upload-superseded`: A newer upload has taken the place of this one.
       *     `document-not-editable`: Documents can no longer be changed by you.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'upload-not-received' | 'upload-expired' | 'upload-superseded' | 'document-not-editable';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `document-empty`: The file is empty.
       *     `document-too-large`: The file is larger than accepted.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'document-empty' | 'document-too-large';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       *     `object-store-unavailable`: The document store does not answer; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy' | 'object-store-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'get-document': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        documentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Document'];
        };
      };
      /** @description `invalid-input`: The request does not have the expected form. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'discard-document': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        documentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Document'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `document-not-editable`: Documents can no longer be changed by you.
       *     `wrong-state`: The application is not in a state that allows this.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'document-not-editable' | 'wrong-state';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'issue-link': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        documentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      201: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            url: string;
            /** Format: date-time */
            expiresAt: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `document-not-readable`: The document has not passed its checks. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'document-not-readable';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       *     `object-store-unavailable`: The document store does not answer; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy' | 'object-store-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'judge-document': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        documentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          verdict:
            | {
                /** @constant */
                outcome: 'ACCEPTED';
              }
            | {
                /** @constant */
                outcome: 'REFUSED';
                /** @enum {string} */
                reason:
                  | 'UNREADABLE'
                  | 'EXPIRED'
                  | 'ONE_SIDE_MISSING'
                  | 'NOT_TRANSLATED'
                  | 'NOT_CERTIFIED'
                  | 'WRONG_NAME'
                  | 'WRONG_DOCUMENT'
                  | 'TOO_OLD';
                comment?: string;
              };
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Document'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `document-not-readable`: The document has not passed its checks.
       *     `document-replaced`: Another document takes the place of this one.
       *     `wrong-state`: The application is not in a state that allows this.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'document-not-readable' | 'document-replaced' | 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-documents': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Document'][];
          };
        };
      };
      /** @description `invalid-input`: The request does not have the expected form. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'request-upload': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          type:
            | 'CV'
            | 'MOTIVATION'
            | 'PHOTO'
            | 'ID_DOC'
            | 'RESIDENCE'
            | 'FRENCH_B2'
            | 'LAST_DIPLOMA'
            | 'TRANSCRIPTS'
            | 'TRANSLATION'
            | 'CERTIFIED_COPY'
            | 'OTHER';
          fileName: string;
          contentType: string;
          size: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            documentId: string;
            upload: {
              url: string;
              fields: {
                [key: string]: string;
              };
            };
            maxSize: number;
            /** Format: date-time */
            expiresAt: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `document-not-asked`: This document is not asked for this application.
       *     `document-type-full`: There are already as many files of this type as accepted.
       *     `document-not-editable`: Documents can no longer be changed by you.
       *     `upload-expired`: The upload form has expired; ask for another.
       *     `upload-superseded`: A newer upload has taken the place of this one.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'document-not-asked'
              | 'document-type-full'
              | 'document-not-editable'
              | 'upload-expired'
              | 'upload-superseded';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `document-format-refused`: This type of document wants another file format.
       *     `document-too-large`: The file is larger than accepted.
       *     `document-empty`: The file is empty.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              'idempotency-key-reused' | 'document-format-refused' | 'document-too-large' | 'document-empty';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       *     `object-store-unavailable`: The document store does not answer; try again.
       *     `not-ready-yet`: This is being prepared; try again in a moment.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy' | 'object-store-unavailable' | 'not-ready-yet';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'approve-refund': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        refundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refund'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `refund-not-due`: This refund is not due.
       *     `second-person-needed`: Another person must approve this refund.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'refund-not-due' | 'second-person-needed';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'get-order': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description `invalid-input`: The request does not have the expected form. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'judge-funding-agreement': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        fundingId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          verdict:
            | {
                /** @constant */
                outcome: 'CONFIRMED';
              }
            | {
                /** @constant */
                outcome: 'REFUSED';
                reason: string;
              };
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Funding'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `wrong-state`: The application is not in a state that allows this. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-funding-agreements': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Funding'][];
          };
        };
      };
      /** @description `invalid-input`: The request does not have the expected form. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'register-funding-agreement': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind: 'OPCO' | 'EMPLOYER' | 'OTHER';
          funder: string;
          reference: string;
          amount: components['schemas']['MoneyInput'];
          /** Format: date */
          receivedOn: string;
          /** @enum {string} */
          remainderPaidBy?: 'EMPLOYER' | 'CANDIDATE';
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Funding'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `wrong-state`: The application is not in a state that allows this. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `funding-too-low`: The amount does not cover the tuition; say who pays the rest.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'funding-too-low';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       *     `not-ready-yet`: This is being prepared; try again in a moment.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy' | 'not-ready-yet';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-orders': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Order'][];
          };
        };
      };
      /** @description `invalid-input`: The request does not have the expected form. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-refunds': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: 'waiting' | 'due' | 'approved' | 'executing' | 'succeeded' | 'failed' | 'stopped';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Refund'][];
            next?: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-cursor`: This page cursor was not issued by this list.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-cursor';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'open-checkout': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      201: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            url: string;
            /** Format: date-time */
            expiresAt: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `order-not-payable`: This order cannot be paid now.
       *     `order-already-paid`: This order is paid already.
       *     `order-closed`: The time to pay is over.
       *     `deposit-not-due`: The deposit cannot be asked for yet.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'order-not-payable' | 'order-already-paid' | 'order-closed' | 'deposit-not-due';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       *     `payment-provider-unavailable`: The card service does not answer; try again.
       *     `not-ready-yet`: This is being prepared; try again in a moment.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy' | 'payment-provider-unavailable' | 'not-ready-yet';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'get-interview': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Interview'];
        };
      };
      /** @description `invalid-input`: The request does not have the expected form. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'book-interview': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          slotId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Interview'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `slot-taken`: Somebody else has just taken this slot.
       *     `slot-past`: This slot is over or too near.
       *     `slot-overlap`: There is another interview at that time.
       *     `too-many-moves`: The interview was moved as often as accepted.
       *     `wrong-state`: The application is not in a state that allows this.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'slot-taken' | 'slot-past' | 'slot-overlap' | 'too-many-moves' | 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'cancel-interview': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Interview'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `slot-past`: This slot is over or too near.
       *     `wrong-state`: The application is not in a state that allows this.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'slot-past' | 'wrong-state';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'cancel-interview-by-school': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Interview'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `mark-locked`: The mark is locked.
       *     `wrong-state`: The application is not in a state that allows this.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'mark-locked' | 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'close-interview-slot': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        slotId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Slot'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `slot-booked`: This slot is booked and cannot be closed.
       *     `slot-past`: This slot is over or too near.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'slot-booked' | 'slot-past';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-interview-slots': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        applicationId?: string;
        programmeId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Slot'][];
            next?: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-cursor`: This page cursor was not issued by this list.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-cursor';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'open-interview-slots': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          programmeId: string;
          interviewerId: string;
          interviewerName: string;
          /** Format: uri */
          roomUrl: string;
          /** @default 30 */
          minutes?: number;
          startsAt: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Slot'][];
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `slot-overlap`: There is another interview at that time.
       *     `slot-past`: This slot is over or too near.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'slot-overlap' | 'slot-past';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `not-an-evaluator`: This person is not an evaluator of the programme.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'not-an-evaluator';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'record-interview': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'DONE' | 'NO_SHOW';
          note?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Interview'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `wrong-state`: The application is not in a state that allows this.
       *     `mark-locked`: The mark is locked.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'wrong-state' | 'mark-locked';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'assign-evaluators': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          evaluatorIds: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `wrong-state`: The application is not in a state that allows this. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `evaluators-must-differ`: Two different evaluators are needed.
       *     `not-an-evaluator`: This person is not an evaluator of the programme.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'evaluators-must-differ' | 'not-an-evaluator';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'get-evaluation': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      /** @description `invalid-input`: The request does not have the expected form. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-assignments': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              applicationId: string;
              reference: string;
              programmeId: string;
              /** @enum {string} */
              state: 'assigned' | 'draft' | 'locked' | 'recused';
            }[];
            next?: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-cursor`: This page cursor was not issued by this list.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-cursor';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'lock-mark': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `mark-locked`: The mark is locked.
       *     `interview-not-done`: The interview has not taken place.
       *     `wrong-state`: The application is not in a state that allows this.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'mark-locked' | 'interview-not-done' | 'wrong-state';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `mark-incomplete`: A mark from 0 to 20 and a comment are needed.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'mark-incomplete';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'recuse-from-evaluation': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `mark-locked`: The mark is locked.
       *     `wrong-state`: The application is not in a state that allows this.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'mark-locked' | 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'relieve-evaluator': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
        evaluatorId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `mark-locked`: The mark is locked.
       *     `wrong-state`: The application is not in a state that allows this.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'mark-locked' | 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'save-mark': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          score?: number;
          comment?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `mark-locked`: The mark is locked.
       *     `wrong-state`: The application is not in a state that allows this.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'mark-locked' | 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'adjourn-jury-session': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JurySession'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `wrong-state`: The application is not in a state that allows this.
       *     `session-sealed`: The session is closed; its decisions cannot be changed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'wrong-state' | 'session-sealed';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'close-jury-session': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JurySession'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `decisions-missing`: Some files of the agenda are not decided.
       *     `quorum-missing`: Fewer members are present than the quorum wants.
       *     `wrong-state`: The application is not in a state that allows this.
       *     `session-sealed`: The session is closed; its decisions cannot be changed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'decisions-missing' | 'quorum-missing' | 'wrong-state' | 'session-sealed';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `grounds-missing`: Nobody is turned down without at least one ground.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'grounds-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'get-jury-minutes': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          /** @description Names the file. */
          'Content-Disposition'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      /** @description `invalid-input`: The request does not have the expected form. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `wrong-state`: The application is not in a state that allows this. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'wrong-state';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'get-jury-session': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JurySession'];
        };
      };
      /** @description `invalid-input`: The request does not have the expected form. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'let-in-jury-member': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          memberId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JurySession'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `wrong-state`: The application is not in a state that allows this.
       *     `session-sealed`: The session is closed; its decisions cannot be changed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'wrong-state' | 'session-sealed';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-jury-sessions': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              programmeId: string;
              intakeId: string;
              /** Format: date-time */
              scheduledAt: string;
              /** @enum {string} */
              state: 'planned' | 'convened' | 'open' | 'closing' | 'closed' | 'rectified' | 'adjourned';
              stateLabel: string;
              chairId: string;
              memberIds: string[];
              quorum: number;
              present: string[];
              /** Format: date-time */
              closedAt?: string;
              minutes?: {
                number: string;
                /** Format: date-time */
                signedAt: string;
                signedBy: string;
              };
              adjourned?: {
                /** Format: date-time */
                at: string;
                reason: string;
              };
            }[];
            next?: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-cursor`: This page cursor was not issued by this list.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-cursor';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'plan-jury-session': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          programmeId: string;
          intakeId: string;
          /** Format: date-time */
          scheduledAt: string;
          chairId: string;
          memberIds: string[];
          quorum?: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JurySession'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /** @description `wrong-state`: The application is not in a state that allows this. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'wrong-state';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `not-a-jury-member`: This person cannot sit in a jury of the programme.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'not-a-jury-member';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'open-jury-session': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          present: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JurySession'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `quorum-missing`: Fewer members are present than the quorum wants.
       *     `wrong-state`: The application is not in a state that allows this.
       *     `session-sealed`: The session is closed; its decisions cannot be changed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'quorum-missing' | 'wrong-state' | 'session-sealed';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'record-jury-decision': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        sessionId: string;
        applicationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'ADMITTED' | 'NOT_ADMITTED' | 'DEFERRED';
          /** @default [] */
          grounds?: string[];
          /** @enum {string} */
          conditionalOn?: 'DIPLOMA_AWARD';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JurySession'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `quorum-missing`: Fewer members are present than the quorum wants.
       *     `wrong-state`: The application is not in a state that allows this.
       *     `session-sealed`: The session is closed; its decisions cannot be changed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'quorum-missing' | 'wrong-state' | 'session-sealed';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `grounds-missing`: Nobody is turned down without at least one ground.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'grounds-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'recuse-from-jury-file': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          applicationId: string;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JurySession'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `wrong-state`: The application is not in a state that allows this.
       *     `session-sealed`: The session is closed; its decisions cannot be changed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'wrong-state' | 'session-sealed';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'set-jury-agenda': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          applicationIds: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JurySession'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `not-found`: There is nothing here. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-found';
          };
        };
      };
      /**
       * @description `evaluation-incomplete`: Two locked marks are needed first.
       *     `wrong-state`: The application is not in a state that allows this.
       *     `session-sealed`: The session is closed; its decisions cannot be changed.
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'evaluation-incomplete' | 'wrong-state' | 'session-sealed';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `idempotency-key-reused`: This Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'list-letters': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Letter'][];
            next?: string;
          };
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-cursor`: This page cursor was not issued by this list.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-cursor';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'read-clock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Clock'];
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /** @description `permission-missing`: Your roles do not allow this act. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /** @description `service-unavailable`: A part of the platform is not reachable; try again. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'move-clock': {
    parameters: {
      query?: never;
      header?: {
        /** @description A new one for each act, the same one for each repeat of it. Without one, a repeat is another act. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** Format: duration */
              advance: string;
            }
          | {
              /** Format: date-time */
              to: string;
            };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Clock'];
        };
      };
      /**
       * @description `invalid-input`: The request does not have the expected form.
       *     `invalid-idempotency-key`: An Idempotency-Key has 1 to 128 printable characters.
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid-input' | 'invalid-idempotency-key';
          };
        };
      };
      /** @description `not-signed-in`: Sign in first. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'not-signed-in';
          };
        };
      };
      /**
       * @description `permission-missing`: Your roles do not allow this act.
       *     `origin-refused`: This change came from a page of another site.
       */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'permission-missing' | 'origin-refused';
          };
        };
      };
      /** @description `clock-not-movable`: The business clock of this platform cannot be moved. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'clock-not-movable';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /**
       * @description `idempotency-key-reused`: This Idempotency-Key was used with another request.
       *     `clock-only-forward`: The business clock only moves forward.
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency-key-reused' | 'clock-only-forward';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
      /** @description `deadline-exceeded`: No answer in time; the same request may be sent again. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'deadline-exceeded';
          };
        };
      };
    };
  };
  'receive-stripe-event': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this request in the logs. */
          'X-Correlation-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            received: true;
          };
        };
      };
      /** @description `webhook-signature-invalid`: The webhook signature does not match. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'webhook-signature-invalid';
          };
        };
      };
      /** @description `body-too-large`: The request is larger than accepted. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'body-too-large';
          };
        };
      };
      /** @description `media-type-unsupported`: Send JSON. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'media-type-unsupported';
          };
        };
      };
      /** @description `too-many-requests`: Too many requests; wait a moment. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'too-many-requests';
          };
        };
      };
      /** @description `internal-error`: Something failed on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'internal-error';
          };
        };
      };
      /**
       * @description `service-unavailable`: A part of the platform is not reachable; try again.
       *     `busy`: Too many changes at once; try again.
       */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'service-unavailable' | 'busy';
          };
        };
      };
    };
  };
}
