// Printed from the REST contract by `npm run generate`.
export interface paths {
    "/api/admin/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What operators asked one another to approve, the waiting ones first.
         * @description For accounts with the role ADMIN.
         */
        get: operations["approvals.list-approvals"];
        put?: never;
        /**
         * Ask a second operator to approve a refund, the end of a sale, a new operator or the loss of second factors.
         * @description For accounts with the role ADMIN.
         */
        post: operations["approvals.ask-approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/approvals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or refuse what another operator asked for.
         * @description For accounts with the role ADMIN.
         */
        post: operations["approvals.decide-approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with e-mail and password.
         * @description Needs no login.
         */
        post: operations["auth.log-in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with a passkey.
         * @description Needs no login.
         */
        post: operations["auth.log-in-with-passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a new access token.
         * @description Needs no login.
         */
        post: operations["auth.refresh-login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The person whose account has this e-mail.
         * @description For accounts with the role ADMIN.
         */
        get: operations["auth.find-person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{userId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Suspend or restore a person.
         * @description For accounts with the role ADMIN.
         */
        patch: operations["auth.move-person"];
        trace?: never;
    };
    "/api/admin/users/{userId}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give an account a role.
         * @description For accounts with the role ADMIN or system.
         */
        patch: operations["auth.grant-role"];
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this login session.
         * @description Needs no login.
         */
        post: operations["auth.log-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the published events, the newest first. Fewer than asked for are the last ones.
         * @description Needs no login.
         */
        get: operations["catalog.list-events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event. A draft is shown to its owner and to admins only.
         * @description Needs no login.
         */
        get: operations["catalog.get-event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{eventId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The event's event sessions with their stock, exact after every commit.
         * @description Needs no login.
         */
        get: operations["catalog.list-event-sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the events that the caller runs, the newest first: an admin's are all, a seller's their own.
         * @description For accounts with the role ADMIN or SELLER.
         */
        get: operations["catalog.list-managed-events"];
        put?: never;
        /**
         * Create an event, and its first event session with it.
         * @description For accounts with the role ADMIN or SELLER.
         */
        post: operations["catalog.create-event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An event with its event sessions and their settings, as those who run it see it.
         * @description For accounts with the role ADMIN or SELLER.
         */
        get: operations["catalog.get-managed-event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit, publish or archive an event.
         * @description For accounts with the role ADMIN or SELLER.
         */
        patch: operations["catalog.update-event"];
        trace?: never;
    };
    "/api/admin/events/{eventId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an event session with counted stock or numbered seats.
         * @description For accounts with the role ADMIN or SELLER.
         */
        post: operations["catalog.create-event-session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Open or close sales, pause or resume the queue, add stock, or change dates, price, maximum and queue.
         * @description For accounts with the role ADMIN or SELLER.
         */
        patch: operations["catalog.update-event-session"];
        trace?: never;
    };
    "/api/admin/seat-maps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Seat maps, the one that was changed last first: an admin's are all, a seller's their own.
         * @description For accounts with the role ADMIN or SELLER.
         */
        get: operations["seat-maps.list-seat-maps"];
        put?: never;
        /**
         * Create a seat map, with its seats or to import them into.
         * @description For accounts with the role ADMIN or SELLER.
         */
        post: operations["seat-maps.create-seat-map"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/seat-maps/{seatMapId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A seat map with its sections, rows and seats.
         * @description For accounts with the role ADMIN or SELLER.
         */
        get: operations["seat-maps.get-seat-map"];
        put?: never;
        post?: never;
        /**
         * Remove a seat map; event sessions that were made from it stay.
         * @description For accounts with the role ADMIN or SELLER.
         */
        delete: operations["seat-maps.remove-seat-map"];
        options?: never;
        head?: never;
        /**
         * Rename a seat map or replace its seats.
         * @description For accounts with the role ADMIN or SELLER.
         */
        patch: operations["seat-maps.update-seat-map"];
        trace?: never;
    };
    "/api/admin/seat-maps/{seatMapId}/drawing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A seat map in small numbers, as pages draw it.
         * @description For accounts with the role ADMIN or SELLER.
         */
        get: operations["seat-maps.get-seat-map-drawing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/{eventId}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cancelled event sessions of an event, and how far their refunds are.
         * @description For accounts with the role ADMIN or SELLER.
         */
        get: operations["cancellations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/{eventId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an event's coming event sessions and refund everyone.
         * @description For accounts with the role ADMIN or SELLER.
         */
        post: operations["cancellations.cancel-event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/sessions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an event session and refund everyone.
         * @description For accounts with the role ADMIN or SELLER.
         */
        post: operations["cancellations.cancel-event-session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a place in the queue; asking again gives the same place and token.
         * @description For everyone who is logged in.
         */
        post: operations["queue.join"];
        /**
         * Give up one's place; the next in the queue moves up at once.
         * @description For everyone who is logged in.
         */
        delete: operations["queue.leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one's own place stands. A waiting person who has not asked for 5 minutes loses it.
         * @description For everyone who is logged in.
         */
        get: operations["queue.ask-place"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue/serving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The number up to which people have been let in: the same few bytes for everyone.
         * @description Needs no login.
         */
        get: operations["queue.get-serving"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's places on waiting lists and what became of them, the newest first.
         * @description For everyone who is logged in.
         */
        get: operations["waitlist.my-waitlist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait for tickets that come back; asking again gives the same place.
         * @description For everyone who is logged in.
         */
        post: operations["waitlist.join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waitlist/{entryId}": {
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
         * Give up one's place on a waiting list.
         * @description For everyone who is logged in.
         */
        delete: operations["waitlist.leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waitlist/{entryId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold the tickets that the waiting list offers.
         * @description For everyone who is logged in.
         */
        post: operations["waitlist.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waitlist/{entryId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say no to the tickets that the waiting list offers.
         * @description For everyone who is logged in.
         */
        post: operations["waitlist.decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The seats of an event session and whether each can be had; none where its stock is counted.
         * @description Needs no login.
         */
        get: operations["holds.list-seats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/seats/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether each seat of an event session's drawing can be had, two bits a seat.
         * @description Needs no login.
         */
        get: operations["holds.seat-states"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reservations/hold/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the caller's holds, with what became of it and of the money.
         * @description For everyone who is logged in.
         */
        get: operations["checkout.get-purchase"];
        put?: never;
        post?: never;
        /**
         * Give held tickets back.
         * @description For everyone who is logged in.
         */
        delete: operations["holds.release-hold"];
        options?: never;
        head?: never;
        /**
         * Hold other seats for the time that is left.
         * @description For everyone who is logged in.
         */
        patch: operations["holds.change-seats"];
        trace?: never;
    };
    "/api/reservations/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold tickets for two minutes.
         * @description For everyone who is logged in. Needs an `Idempotency-Key`: the same key and request are answered the same for 24 hours.
         */
        post: operations["holds.hold-tickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order what is held and open the payment.
         * @description For everyone who is logged in. Needs an `Idempotency-Key`: the same key and request are answered the same for 24 hours.
         */
        post: operations["checkout.check-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The payment provider's signed callback.
         * @description Called by an outside system. Its signature is its proof: it needs no login.
         */
        post: operations["checkout.take-payment-callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge what the buyer authorized at the provider.
         * @description For everyone who is logged in.
         */
        post: operations["checkout.confirm-payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/webhooks/toss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A payment provider's unsigned webhook: the payment is looked up there.
         * @description Needs no login.
         */
        post: operations["checkout.take-payment-hint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{paymentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A payment of one of the caller's orders; any for an admin.
         * @description For everyone who is logged in.
         */
        get: operations["payments.get-payment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's live holds: what can still be paid for, and what is being confirmed.
         * @description For everyone who is logged in.
         */
        get: operations["checkout.purchases-under-way"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Refunds that are under way or were refused, the oldest first.
         * @description For accounts with the role ADMIN.
         */
        get: operations["payments.undone-refunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/refunds/{refundId}/ask-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks a provider again for a refund that it refused.
         * @description For accounts with the role ADMIN. Needs an `Idempotency-Key`: the same key and request are answered the same for 24 hours.
         */
        post: operations["payments.ask-refund-again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/refunds/{refundId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a refused refund whose money went back another way.
         * @description For accounts with the role ADMIN.
         */
        post: operations["payments.close-refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/payments/{paymentId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide whether a payment was made whose provider does not answer.
         * @description For accounts with the role ADMIN.
         */
        post: operations["checkout.decide-payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's orders, the newest first.
         * @description For everyone who is logged in.
         */
        get: operations["checkout.my-orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the caller's orders, with its event and payment.
         * @description For everyone who is logged in.
         */
        get: operations["checkout.get-order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a paid order or some of its tickets back, with an operator's note.
         * @description For accounts with the role ADMIN. Needs an `Idempotency-Key`: the same key and request are answered the same for 24 hours.
         */
        post: operations["checkout.refund-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a paid order or give some of its tickets back, and ask for the money less the cancel fee.
         * @description For everyone who is logged in. Needs an `Idempotency-Key`: the same key and request are answered the same for 24 hours.
         */
        post: operations["checkout.cancel-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/shippings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Move a parcel to another state, and its order with it.
         * @description For accounts with the role ADMIN or SELLER.
         */
        patch: operations["fulfillment.move-shipping"];
        trace?: never;
    };
    "/api/admin/shippings/{id}/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct the carrier and the tracking number of a parcel that has left.
         * @description For accounts with the role ADMIN or SELLER.
         */
        patch: operations["fulfillment.correct-tracking"];
        trace?: never;
    };
    "/api/admin/shippings/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move parcels to one state, each by itself, and say how each ended.
         * @description For accounts with the role ADMIN or SELLER.
         */
        post: operations["fulfillment.move-shippings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's tickets with their QR codes.
         * @description For everyone who is logged in.
         */
        get: operations["tickets.my-tickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public key (JWK, Ed25519) that doors check tickets with, without the network.
         * @description Needs no login.
         */
        get: operations["tickets.get-ticket-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a ticket used at the door.
         * @description For accounts with the role ADMIN or SELLER.
         */
        post: operations["doors.check-in-ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/door/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a door link on this device.
         * @description Needs no login.
         */
        post: operations["doors.open-door"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The door that this device stands at.
         * @description For accounts with the role a device at the door.
         */
        get: operations["doors.get-door"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/door/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tickets of the event session of this device, by the page, for deciding without a network.
         * @description For accounts with the role a device at the door.
         */
        get: operations["doors.list-door-tickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/door/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The guest list of the event session of this device, for finding guests by name without a network.
         * @description For accounts with the role a device at the door.
         */
        get: operations["doors.list-door-guests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/door/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Scan tickets at the door of a device, and bring in those that it decided without a network.
         * @description For accounts with the role a device at the door.
         */
        post: operations["doors.scan-tickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/door/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let guests in at the door of a device, and bring in those that it decided without a network.
         * @description For accounts with the role a device at the door.
         */
        post: operations["doors.admit-guests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transmissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Transmissions, the newest first.
         * @description For accounts with the role ADMIN.
         */
        get: operations["transmissions.list-transmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transmissions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One transmission with its payload and every try.
         * @description For accounts with the role ADMIN.
         */
        get: operations["transmissions.get-transmission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/transmissions/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a dead transmission again.
         * @description For accounts with the role ADMIN.
         */
        post: operations["transmissions.replay-transmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integration/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to connect a marketplace account, or go on with it.
         * @description For everyone who is logged in.
         */
        post: operations["integration.start-session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integration/session/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A session of the caller's; any for an admin, with the codes masked.
         * @description For everyone who is logged in.
         */
        get: operations["integration.get-session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integration/session/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Make a step in a session.
         * @description For everyone who is logged in.
         */
        patch: operations["integration.move-session"];
        trace?: never;
    };
    "/api/integration/inbound/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The gateway's signed webhook of an SMS.
         * @description Called by an outside system. Its signature is its proof: it needs no login.
         */
        post: operations["integration.receive-sms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integration/inbound/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The gateway's signed webhook of an e-mail.
         * @description Called by an outside system. Its signature is its proof: it needs no login.
         */
        post: operations["integration.receive-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/phone-lines/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Free a phone line.
         * @description For accounts with the role ADMIN.
         */
        post: operations["integration.release-line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an account.
         * @description Needs no login.
         */
        post: operations["auth.sign-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has to end before you can erase your account.
         * @description For everyone who is logged in.
         */
        get: operations["privacy.my-erasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A copy of everything that is kept of you.
         * @description For everyone who is logged in.
         */
        post: operations["privacy.copy-data"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase your account for good.
         * @description For everyone who is logged in.
         */
        post: operations["privacy.erase-account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What works and how fast.
         * @description Needs no login.
         */
        get: operations["health.get-health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process answers.
         * @description Needs no login.
         */
        get: operations["health.get-live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process can sell: Postgres and Redis do what a sale needs, and it does not stop. 503 otherwise.
         * @description Needs no login.
         */
        get: operations["health.get-ready"];
        put?: never;
        post?: never;
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
        Problem: {
            status: number;
            title: string;
            detail: string;
            /** @enum {string} */
            code: "400_INVALID_ARGUMENT" | "401_UNAUTHORIZED" | "403_FORBIDDEN" | "404_NOT_FOUND" | "409_CONFLICT" | "422_UNPROCESSABLE" | "429_TOO_MANY_REQUESTS" | "500_INTERNAL" | "503_SERVICE_UNAVAILABLE";
            /** @description Which refusal it is: the reasons of a call stand with it. */
            reason: string;
            params: {
                [key: string]: string | number | boolean | null;
            };
            traceId: string;
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
    "approvals.list-approvals": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example approval_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        kind: "refund" | "close_sale" | "shorten_sale" | "cancel_session" | "cancel_event" | "archive_event" | "withdraw_event" | "make_operator" | "remove_factors";
                        /** @description The order, event session, event or person that it is about. */
                        subject: string;
                        /** @description KRW of a refund, where one was named. */
                        amount: number | null;
                        /** @description How many tickets of the order, where some were named. */
                        tickets: number | null;
                        /** @description The times that an event session is to have, where they are to change. */
                        times: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            startsAt?: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            salesOpenAt?: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            salesCloseAt?: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            cancelDeadlineAt?: string;
                        } | null;
                        note: string;
                        /** @enum {string} */
                        state: "waiting" | "approved" | "refused" | "expired";
                        /** @description The e-mail of the operator who asked. */
                        askedBy: string;
                        /** @description Whether the caller asked: then another has to decide. */
                        own: boolean;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        askedAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        decidedBy: string | null;
                        decidedAt: string | null;
                        decisionNote: string | null;
                    }[];
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "approvals.ask-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example approval_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        kind: "refund" | "close_sale" | "shorten_sale" | "cancel_session" | "cancel_event" | "archive_event" | "withdraw_event" | "make_operator" | "remove_factors";
                        /** @description The order, event session, event or person that it is about. */
                        subject: string;
                        /** @description KRW of a refund, where one was named. */
                        amount: number | null;
                        /** @description How many tickets of the order, where some were named. */
                        tickets: number | null;
                        /** @description The times that an event session is to have, where they are to change. */
                        times: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            startsAt?: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            salesOpenAt?: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            salesCloseAt?: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            cancelDeadlineAt?: string;
                        } | null;
                        note: string;
                        /** @enum {string} */
                        state: "waiting" | "approved" | "refused" | "expired";
                        /** @description The e-mail of the operator who asked. */
                        askedBy: string;
                        /** @description Whether the caller asked: then another has to decide. */
                        own: boolean;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        askedAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        decidedBy: string | null;
                        decidedAt: string | null;
                        decisionNote: string | null;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `proof_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `own_account` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "approvals.decide-approval": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "approved" | "refused";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example approval_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        kind: "refund" | "close_sale" | "shorten_sale" | "cancel_session" | "cancel_event" | "archive_event" | "withdraw_event" | "make_operator" | "remove_factors";
                        /** @description The order, event session, event or person that it is about. */
                        subject: string;
                        /** @description KRW of a refund, where one was named. */
                        amount: number | null;
                        /** @description How many tickets of the order, where some were named. */
                        tickets: number | null;
                        /** @description The times that an event session is to have, where they are to change. */
                        times: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            startsAt?: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            salesOpenAt?: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            salesCloseAt?: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            cancelDeadlineAt?: string;
                        } | null;
                        note: string;
                        /** @enum {string} */
                        state: "waiting" | "approved" | "refused" | "expired";
                        /** @description The e-mail of the operator who asked. */
                        askedBy: string;
                        /** @description Whether the caller asked: then another has to decide. */
                        own: boolean;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        askedAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        decidedBy: string | null;
                        decidedAt: string | null;
                        decisionNote: string | null;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `proof_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `own_account`, `own_approval`, `approval_over`, `asker_left`, `session_cancelled`, `tickets_taken`, `cancel_deadline_passed`, `ticket_used`, `ticket_void`, `tickets_on_their_way`, `refund_too_high`, `refund_needs_approval` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "auth.log-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @example buyer@demo.test */
                    email: string;
                    /** Format: password */
                    password: string;
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        expiresIn: number;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_credentials` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_suspended`, `code_required`, `wrong_code` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "auth.log-in-with-passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    answer: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        response: {
                            [key: string]: unknown;
                        };
                        authenticatorAttachment?: string;
                        /** @default {} */
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        expiresIn: number;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey_unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey_refused`, `account_suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "auth.refresh-login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        expiresIn: number;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `login_session_ended`, `login_session_suspended` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_suspended` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "auth.find-person": {
        parameters: {
            query: {
                email: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example user_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        email: string;
                        /** @enum {string} */
                        role: "USER" | "SELLER" | "ADMIN";
                        /** @enum {string} */
                        state: "ACTIVE" | "SUSPENDED" | "ERASED";
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "auth.move-person": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    to: "ACTIVE" | "SUSPENDED";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example user_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        email: string;
                        /** @enum {string} */
                        role: "USER" | "SELLER" | "ADMIN";
                        /** @enum {string} */
                        state: "ACTIVE" | "SUSPENDED" | "ERASED";
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `illegal_transition`, `own_account`, `last_admin`, `operator_needs_approval` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "auth.grant-role": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "USER" | "SELLER" | "ADMIN";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example user_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        email: string;
                        /** @enum {string} */
                        role: "USER" | "SELLER" | "ADMIN";
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `proof_required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `own_account`, `last_admin`, `operator_needs_approval` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "auth.log-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalog.list-events": {
        parameters: {
            query?: {
                after?: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        title: string;
                        venue: string;
                        /** @enum {string} */
                        status: "DRAFT" | "PUBLISHED" | "ARCHIVED";
                        poster: {
                            /** @example poster_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            width: number;
                            height: number;
                            files: {
                                url: string;
                                width: number;
                            }[];
                            socialUrl: string;
                            /** @description What can be seen on it, for people who do not see it. */
                            alt: string;
                        } | null;
                        nextStartsAt: string | null;
                        priceFrom: number | null;
                        saleStatus: ("SCHEDULED" | "OPEN" | "SOLDOUT" | "CLOSED") | null;
                    }[];
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalog.get-event": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        title: string;
                        description: string;
                        venue: string;
                        /** @enum {string} */
                        status: "DRAFT" | "PUBLISHED" | "ARCHIVED";
                        poster: {
                            /** @example poster_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            width: number;
                            height: number;
                            files: {
                                url: string;
                                width: number;
                            }[];
                            socialUrl: string;
                            /** @description What can be seen on it, for people who do not see it. */
                            alt: string;
                        } | null;
                        runningMinutes: number | null;
                        ageRating: number | null;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalog.list-event-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        /** @description When it was to start before it was moved; null where it never was. */
                        movedFromAt: string | null;
                        /** @description When and why the event session was cancelled; null where it takes place. */
                        cancellation: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            at: string;
                            reason: string;
                        } | null;
                        /** @description KRW for one ticket; of numbered seats the lowest price. */
                        price: number;
                        /** @description Whether its tickets are numbered seats. */
                        seated: boolean;
                        drawingVersion: string | null;
                        totalStock: number;
                        remainingStock: number;
                        /** @enum {string} */
                        level: "HIGH" | "MID" | "LOW" | "SOLDOUT";
                        /** @enum {string} */
                        status: "SCHEDULED" | "OPEN" | "SOLDOUT" | "CLOSED";
                        /** @description Why sales are closed; null while they are not. */
                        closedBecause: ("PAUSED" | "OVER" | "WITHDRAWN" | "CANCELLED") | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        salesOpenAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        salesCloseAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        cancelDeadlineAt: string;
                        maxPerUser: number;
                        doorsMinutesBefore: number | null;
                        delivery: {
                            mobile: boolean;
                            paper: boolean;
                            /**
                             * Format: date-time
                             * @description Until when paper tickets can be ordered.
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            paperUntil: string;
                            /** @description KRW for the parcel of an order. */
                            shippingFee: number;
                        };
                        terms: {
                            cancelFees: {
                                /** @description For so many days after booking there is no fee while the first step holds. */
                                freeDays: number;
                                steps: {
                                    /** @description It holds until so many days before the day of the event session, that day included. */
                                    untilDaysBefore: number;
                                    /**
                                     * @description KRW for each ticket; null where the fee is the percentage.
                                     * @default null
                                     */
                                    krw: number | null;
                                    /** @description The part of a ticket's price; with `krw` the most that the fee comes to. */
                                    percent: number;
                                }[];
                            };
                            /** @description What giving back a ticket that is booked now costs, until when; empty after the cancel deadline. */
                            feesIfBookedNow: {
                                /**
                                 * Format: date-time
                                 * @example 2026-12-24T11:00:00.000Z
                                 */
                                until: string;
                                /** @description KRW for each ticket; null where the fee is the percentage. */
                                krw: number | null;
                                /** @description Of a ticket's price; with `krw` the most that the fee comes to. */
                                percent: number;
                            }[];
                            /** @description Until when a ticket may be given to another person; null where it may not. */
                            transferUntil: string | null;
                            /**
                             * @description Which codes of mobile tickets let people in: any, one that does not move once the person at the door agreed, or moving ones alone.
                             * @enum {string}
                             */
                            entryCodes: "ANY" | "ASK" | "MOVING";
                        };
                        release: {
                            /**
                             * @description Who gets what comes back once everything was taken.
                             * @enum {string}
                             */
                            policy: "AT_ONCE" | "WAITLIST" | "SCHEDULED";
                            /** @description Announced times that lie ahead; of SCHEDULED alone. */
                            times: string[];
                            /** @description How long an offer of the waiting list can be accepted. */
                            offerMinutes: number;
                        };
                    }[];
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalog.list-managed-events": {
        parameters: {
            query?: {
                status?: "DRAFT" | "PUBLISHED" | "ARCHIVED";
                search?: string;
                after?: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        title: string;
                        venue: string;
                        /** @enum {string} */
                        status: "DRAFT" | "PUBLISHED" | "ARCHIVED";
                        nextStartsAt: string | null;
                        saleStatus: ("SCHEDULED" | "OPEN" | "SOLDOUT" | "CLOSED") | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        eventSessionCount: number;
                        takenStock: number;
                        totalStock: number;
                    }[];
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalog.create-event": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title: string;
                    description: string;
                    venue: string;
                    /**
                     * @default DRAFT
                     * @enum {string}
                     */
                    status?: "DRAFT" | "PUBLISHED" | "ARCHIVED";
                    poster?: {
                        /** @example poster_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        posterId: string;
                        alt: string;
                    };
                    runningMinutes?: number | null;
                    ageRating?: number | null;
                    eventSession?: {
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        salesOpenAt: string;
                        /** Format: date-time */
                        salesCloseAt: string;
                        /** Format: date-time */
                        cancelDeadlineAt?: string;
                        price?: number;
                        totalStock?: number;
                        seats?: {
                            number: string;
                            section: string;
                            price: number;
                        }[];
                        seatMap?: {
                            /** @example seat_map_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            seatMapId: string;
                            version?: number;
                            prices?: {
                                [key: string]: number;
                            };
                            house?: string[];
                            sale?: string[];
                        };
                        /** @default 4 */
                        maxPerUser?: number;
                        doorsMinutesBefore?: number | null;
                        /** @default {} */
                        line?: {
                            /** @default 100 */
                            admitLimit?: number;
                            /** @default 50 */
                            admitRatePerSecond?: number;
                            /** @default 50000 */
                            maxLength?: number;
                        };
                        /** @default {} */
                        delivery?: {
                            /** @default true */
                            mobile?: boolean;
                            /** @default false */
                            paper?: boolean;
                            paperUntil?: string | null;
                            /** @default 3000 */
                            shippingFee?: number;
                        };
                        /** @default {} */
                        terms?: {
                            /**
                             * @default {
                             *       "freeDays": 7,
                             *       "steps": [
                             *         {
                             *           "untilDaysBefore": 10,
                             *           "krw": 4000,
                             *           "percent": 10
                             *         },
                             *         {
                             *           "untilDaysBefore": 7,
                             *           "krw": null,
                             *           "percent": 10
                             *         },
                             *         {
                             *           "untilDaysBefore": 3,
                             *           "krw": null,
                             *           "percent": 20
                             *         },
                             *         {
                             *           "untilDaysBefore": 1,
                             *           "krw": null,
                             *           "percent": 30
                             *         }
                             *       ]
                             *     }
                             */
                            cancelFees?: {
                                /** @description For so many days after booking there is no fee while the first step holds. */
                                freeDays: number;
                                steps: {
                                    /** @description It holds until so many days before the day of the event session, that day included. */
                                    untilDaysBefore: number;
                                    /**
                                     * @description KRW for each ticket; null where the fee is the percentage.
                                     * @default null
                                     */
                                    krw?: number | null;
                                    /** @description The part of a ticket's price; with `krw` the most that the fee comes to. */
                                    percent: number;
                                }[];
                            };
                            /** @default false */
                            transferable?: boolean;
                            transferUntil?: string | null;
                            /**
                             * @description Which codes of mobile tickets let people in: any, one that does not move once the person at the door agreed, or moving ones alone.
                             * @default ANY
                             * @enum {string}
                             */
                            entryCodes?: "ANY" | "ASK" | "MOVING";
                        };
                        /** @default {} */
                        release?: {
                            /**
                             * @default AT_ONCE
                             * @enum {string}
                             */
                            policy?: "AT_ONCE" | "WAITLIST" | "SCHEDULED";
                            times?: string[];
                            /** @default 720 */
                            offerMinutes?: number;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        title: string;
                        description: string;
                        venue: string;
                        /** @enum {string} */
                        status: "DRAFT" | "PUBLISHED" | "ARCHIVED";
                        poster: {
                            /** @example poster_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            width: number;
                            height: number;
                            files: {
                                url: string;
                                width: number;
                            }[];
                            socialUrl: string;
                            /** @description What can be seen on it, for people who do not see it. */
                            alt: string;
                        } | null;
                        runningMinutes: number | null;
                        ageRating: number | null;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `account_needed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `changed_meanwhile`, `poster_gone` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalog.get-managed-event": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        title: string;
                        description: string;
                        venue: string;
                        /** @enum {string} */
                        status: "DRAFT" | "PUBLISHED" | "ARCHIVED";
                        poster: {
                            /** @example poster_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            width: number;
                            height: number;
                            files: {
                                url: string;
                                width: number;
                            }[];
                            socialUrl: string;
                            /** @description What can be seen on it, for people who do not see it. */
                            alt: string;
                        } | null;
                        runningMinutes: number | null;
                        ageRating: number | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                        eventSessions: {
                            /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            startsAt: string;
                            /** @description When it was to start before it was moved; null where it never was. */
                            movedFromAt: string | null;
                            /** @description When and why the event session was cancelled; null where it takes place. */
                            cancellation: {
                                /**
                                 * Format: date-time
                                 * @example 2026-12-24T11:00:00.000Z
                                 */
                                at: string;
                                reason: string;
                            } | null;
                            /** @description KRW for one ticket; of numbered seats the lowest price. */
                            price: number;
                            /** @description Whether its tickets are numbered seats. */
                            seated: boolean;
                            drawingVersion: string | null;
                            totalStock: number;
                            remainingStock: number;
                            /** @enum {string} */
                            level: "HIGH" | "MID" | "LOW" | "SOLDOUT";
                            /** @enum {string} */
                            status: "SCHEDULED" | "OPEN" | "SOLDOUT" | "CLOSED";
                            /** @description Why sales are closed; null while they are not. */
                            closedBecause: ("PAUSED" | "OVER" | "WITHDRAWN" | "CANCELLED") | null;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            salesOpenAt: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            salesCloseAt: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            cancelDeadlineAt: string;
                            maxPerUser: number;
                            doorsMinutesBefore: number | null;
                            delivery: {
                                mobile: boolean;
                                paper: boolean;
                                /**
                                 * Format: date-time
                                 * @description Until when paper tickets can be ordered.
                                 * @example 2026-12-24T11:00:00.000Z
                                 */
                                paperUntil: string;
                                /** @description KRW for the parcel of an order. */
                                shippingFee: number;
                            };
                            terms: {
                                cancelFees: {
                                    /** @description For so many days after booking there is no fee while the first step holds. */
                                    freeDays: number;
                                    steps: {
                                        /** @description It holds until so many days before the day of the event session, that day included. */
                                        untilDaysBefore: number;
                                        /**
                                         * @description KRW for each ticket; null where the fee is the percentage.
                                         * @default null
                                         */
                                        krw: number | null;
                                        /** @description The part of a ticket's price; with `krw` the most that the fee comes to. */
                                        percent: number;
                                    }[];
                                };
                                /** @description What giving back a ticket that is booked now costs, until when; empty after the cancel deadline. */
                                feesIfBookedNow: {
                                    /**
                                     * Format: date-time
                                     * @example 2026-12-24T11:00:00.000Z
                                     */
                                    until: string;
                                    /** @description KRW for each ticket; null where the fee is the percentage. */
                                    krw: number | null;
                                    /** @description Of a ticket's price; with `krw` the most that the fee comes to. */
                                    percent: number;
                                }[];
                                /** @description Until when a ticket may be given to another person; null where it may not. */
                                transferUntil: string | null;
                                /**
                                 * @description Which codes of mobile tickets let people in: any, one that does not move once the person at the door agreed, or moving ones alone.
                                 * @enum {string}
                                 */
                                entryCodes: "ANY" | "ASK" | "MOVING";
                            };
                            release: {
                                /**
                                 * @description Who gets what comes back once everything was taken.
                                 * @enum {string}
                                 */
                                policy: "AT_ONCE" | "WAITLIST" | "SCHEDULED";
                                /** @description Announced times that lie ahead; of SCHEDULED alone. */
                                times: string[];
                                /** @description How long an offer of the waiting list can be accepted. */
                                offerMinutes: number;
                            };
                            /** @enum {string} */
                            control: "SCHEDULED" | "OPEN" | "CLOSED";
                            /** @enum {string} */
                            admission: "OPEN" | "PAUSED";
                            line: {
                                admitLimit: number;
                                admitRatePerSecond: number;
                                maxLength: number;
                            };
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            updatedAt: string;
                        }[];
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalog.update-event": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title?: string;
                    description?: string;
                    venue?: string;
                    /** @enum {string} */
                    status?: "DRAFT" | "PUBLISHED" | "ARCHIVED";
                    poster?: {
                        /** @example poster_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        posterId: string;
                        alt: string;
                    } | null;
                    runningMinutes?: number | null;
                    ageRating?: number | null;
                    reason?: string;
                    /** Format: date-time */
                    readUpdatedAt?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        title: string;
                        description: string;
                        venue: string;
                        /** @enum {string} */
                        status: "DRAFT" | "PUBLISHED" | "ARCHIVED";
                        poster: {
                            /** @example poster_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            width: number;
                            height: number;
                            files: {
                                url: string;
                                width: number;
                            }[];
                            socialUrl: string;
                            /** @description What can be seen on it, for people who do not see it. */
                            alt: string;
                        } | null;
                        runningMinutes: number | null;
                        ageRating: number | null;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `account_needed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `tickets_taken`, `changed_meanwhile`, `closing_needs_approval`, `poster_gone` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`, `too_many_changes` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalog.create-event-session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    startsAt: string;
                    /** Format: date-time */
                    salesOpenAt: string;
                    /** Format: date-time */
                    salesCloseAt: string;
                    /** Format: date-time */
                    cancelDeadlineAt?: string;
                    price?: number;
                    totalStock?: number;
                    seats?: {
                        number: string;
                        section: string;
                        price: number;
                    }[];
                    seatMap?: {
                        /** @example seat_map_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        seatMapId: string;
                        version?: number;
                        prices?: {
                            [key: string]: number;
                        };
                        house?: string[];
                        sale?: string[];
                    };
                    /** @default 4 */
                    maxPerUser?: number;
                    doorsMinutesBefore?: number | null;
                    /** @default {} */
                    line?: {
                        /** @default 100 */
                        admitLimit?: number;
                        /** @default 50 */
                        admitRatePerSecond?: number;
                        /** @default 50000 */
                        maxLength?: number;
                    };
                    /** @default {} */
                    delivery?: {
                        /** @default true */
                        mobile?: boolean;
                        /** @default false */
                        paper?: boolean;
                        paperUntil?: string | null;
                        /** @default 3000 */
                        shippingFee?: number;
                    };
                    /** @default {} */
                    terms?: {
                        /**
                         * @default {
                         *       "freeDays": 7,
                         *       "steps": [
                         *         {
                         *           "untilDaysBefore": 10,
                         *           "krw": 4000,
                         *           "percent": 10
                         *         },
                         *         {
                         *           "untilDaysBefore": 7,
                         *           "krw": null,
                         *           "percent": 10
                         *         },
                         *         {
                         *           "untilDaysBefore": 3,
                         *           "krw": null,
                         *           "percent": 20
                         *         },
                         *         {
                         *           "untilDaysBefore": 1,
                         *           "krw": null,
                         *           "percent": 30
                         *         }
                         *       ]
                         *     }
                         */
                        cancelFees?: {
                            /** @description For so many days after booking there is no fee while the first step holds. */
                            freeDays: number;
                            steps: {
                                /** @description It holds until so many days before the day of the event session, that day included. */
                                untilDaysBefore: number;
                                /**
                                 * @description KRW for each ticket; null where the fee is the percentage.
                                 * @default null
                                 */
                                krw?: number | null;
                                /** @description The part of a ticket's price; with `krw` the most that the fee comes to. */
                                percent: number;
                            }[];
                        };
                        /** @default false */
                        transferable?: boolean;
                        transferUntil?: string | null;
                        /**
                         * @description Which codes of mobile tickets let people in: any, one that does not move once the person at the door agreed, or moving ones alone.
                         * @default ANY
                         * @enum {string}
                         */
                        entryCodes?: "ANY" | "ASK" | "MOVING";
                    };
                    /** @default {} */
                    release?: {
                        /**
                         * @default AT_ONCE
                         * @enum {string}
                         */
                        policy?: "AT_ONCE" | "WAITLIST" | "SCHEDULED";
                        times?: string[];
                        /** @default 720 */
                        offerMinutes?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        /** @description When it was to start before it was moved; null where it never was. */
                        movedFromAt: string | null;
                        /** @description When and why the event session was cancelled; null where it takes place. */
                        cancellation: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            at: string;
                            reason: string;
                        } | null;
                        /** @description KRW for one ticket; of numbered seats the lowest price. */
                        price: number;
                        /** @description Whether its tickets are numbered seats. */
                        seated: boolean;
                        drawingVersion: string | null;
                        totalStock: number;
                        remainingStock: number;
                        /** @enum {string} */
                        level: "HIGH" | "MID" | "LOW" | "SOLDOUT";
                        /** @enum {string} */
                        status: "SCHEDULED" | "OPEN" | "SOLDOUT" | "CLOSED";
                        /** @description Why sales are closed; null while they are not. */
                        closedBecause: ("PAUSED" | "OVER" | "WITHDRAWN" | "CANCELLED") | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        salesOpenAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        salesCloseAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        cancelDeadlineAt: string;
                        maxPerUser: number;
                        doorsMinutesBefore: number | null;
                        delivery: {
                            mobile: boolean;
                            paper: boolean;
                            /**
                             * Format: date-time
                             * @description Until when paper tickets can be ordered.
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            paperUntil: string;
                            /** @description KRW for the parcel of an order. */
                            shippingFee: number;
                        };
                        terms: {
                            cancelFees: {
                                /** @description For so many days after booking there is no fee while the first step holds. */
                                freeDays: number;
                                steps: {
                                    /** @description It holds until so many days before the day of the event session, that day included. */
                                    untilDaysBefore: number;
                                    /**
                                     * @description KRW for each ticket; null where the fee is the percentage.
                                     * @default null
                                     */
                                    krw: number | null;
                                    /** @description The part of a ticket's price; with `krw` the most that the fee comes to. */
                                    percent: number;
                                }[];
                            };
                            /** @description What giving back a ticket that is booked now costs, until when; empty after the cancel deadline. */
                            feesIfBookedNow: {
                                /**
                                 * Format: date-time
                                 * @example 2026-12-24T11:00:00.000Z
                                 */
                                until: string;
                                /** @description KRW for each ticket; null where the fee is the percentage. */
                                krw: number | null;
                                /** @description Of a ticket's price; with `krw` the most that the fee comes to. */
                                percent: number;
                            }[];
                            /** @description Until when a ticket may be given to another person; null where it may not. */
                            transferUntil: string | null;
                            /**
                             * @description Which codes of mobile tickets let people in: any, one that does not move once the person at the door agreed, or moving ones alone.
                             * @enum {string}
                             */
                            entryCodes: "ANY" | "ASK" | "MOVING";
                        };
                        release: {
                            /**
                             * @description Who gets what comes back once everything was taken.
                             * @enum {string}
                             */
                            policy: "AT_ONCE" | "WAITLIST" | "SCHEDULED";
                            /** @description Announced times that lie ahead; of SCHEDULED alone. */
                            times: string[];
                            /** @description How long an offer of the waiting list can be accepted. */
                            offerMinutes: number;
                        };
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `account_needed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `changed_meanwhile` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalog.update-event-session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status?: "SCHEDULED" | "OPEN" | "CLOSED";
                    /** @enum {string} */
                    admission?: "OPEN" | "PAUSED";
                    addStock?: number;
                    /** Format: date-time */
                    startsAt?: string;
                    /** Format: date-time */
                    salesOpenAt?: string;
                    /** Format: date-time */
                    salesCloseAt?: string;
                    /** Format: date-time */
                    cancelDeadlineAt?: string;
                    price?: number;
                    maxPerUser?: number;
                    doorsMinutesBefore?: number | null;
                    line?: {
                        admitLimit?: number;
                        admitRatePerSecond?: number;
                        maxLength?: number;
                    };
                    delivery?: {
                        mobile?: boolean;
                        paper?: boolean;
                        paperUntil?: string | null;
                        shippingFee?: number;
                    };
                    terms?: {
                        cancelFees?: {
                            /** @description For so many days after booking there is no fee while the first step holds. */
                            freeDays: number;
                            steps: {
                                /** @description It holds until so many days before the day of the event session, that day included. */
                                untilDaysBefore: number;
                                /**
                                 * @description KRW for each ticket; null where the fee is the percentage.
                                 * @default null
                                 */
                                krw?: number | null;
                                /** @description The part of a ticket's price; with `krw` the most that the fee comes to. */
                                percent: number;
                            }[];
                        };
                        transferable?: boolean;
                        transferUntil?: string | null;
                        /**
                         * @description Which codes of mobile tickets let people in: any, one that does not move once the person at the door agreed, or moving ones alone.
                         * @enum {string}
                         */
                        entryCodes?: "ANY" | "ASK" | "MOVING";
                    };
                    release?: {
                        /**
                         * @default AT_ONCE
                         * @enum {string}
                         */
                        policy?: "AT_ONCE" | "WAITLIST" | "SCHEDULED";
                        times?: string[];
                        /** @default 720 */
                        offerMinutes?: number;
                    };
                    reason?: string;
                    /** Format: date-time */
                    readUpdatedAt?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        /** @description When it was to start before it was moved; null where it never was. */
                        movedFromAt: string | null;
                        /** @description When and why the event session was cancelled; null where it takes place. */
                        cancellation: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            at: string;
                            reason: string;
                        } | null;
                        /** @description KRW for one ticket; of numbered seats the lowest price. */
                        price: number;
                        /** @description Whether its tickets are numbered seats. */
                        seated: boolean;
                        drawingVersion: string | null;
                        totalStock: number;
                        remainingStock: number;
                        /** @enum {string} */
                        level: "HIGH" | "MID" | "LOW" | "SOLDOUT";
                        /** @enum {string} */
                        status: "SCHEDULED" | "OPEN" | "SOLDOUT" | "CLOSED";
                        /** @description Why sales are closed; null while they are not. */
                        closedBecause: ("PAUSED" | "OVER" | "WITHDRAWN" | "CANCELLED") | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        salesOpenAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        salesCloseAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        cancelDeadlineAt: string;
                        maxPerUser: number;
                        doorsMinutesBefore: number | null;
                        delivery: {
                            mobile: boolean;
                            paper: boolean;
                            /**
                             * Format: date-time
                             * @description Until when paper tickets can be ordered.
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            paperUntil: string;
                            /** @description KRW for the parcel of an order. */
                            shippingFee: number;
                        };
                        terms: {
                            cancelFees: {
                                /** @description For so many days after booking there is no fee while the first step holds. */
                                freeDays: number;
                                steps: {
                                    /** @description It holds until so many days before the day of the event session, that day included. */
                                    untilDaysBefore: number;
                                    /**
                                     * @description KRW for each ticket; null where the fee is the percentage.
                                     * @default null
                                     */
                                    krw: number | null;
                                    /** @description The part of a ticket's price; with `krw` the most that the fee comes to. */
                                    percent: number;
                                }[];
                            };
                            /** @description What giving back a ticket that is booked now costs, until when; empty after the cancel deadline. */
                            feesIfBookedNow: {
                                /**
                                 * Format: date-time
                                 * @example 2026-12-24T11:00:00.000Z
                                 */
                                until: string;
                                /** @description KRW for each ticket; null where the fee is the percentage. */
                                krw: number | null;
                                /** @description Of a ticket's price; with `krw` the most that the fee comes to. */
                                percent: number;
                            }[];
                            /** @description Until when a ticket may be given to another person; null where it may not. */
                            transferUntil: string | null;
                            /**
                             * @description Which codes of mobile tickets let people in: any, one that does not move once the person at the door agreed, or moving ones alone.
                             * @enum {string}
                             */
                            entryCodes: "ANY" | "ASK" | "MOVING";
                        };
                        release: {
                            /**
                             * @description Who gets what comes back once everything was taken.
                             * @enum {string}
                             */
                            policy: "AT_ONCE" | "WAITLIST" | "SCHEDULED";
                            /** @description Announced times that lie ahead; of SCHEDULED alone. */
                            times: string[];
                            /** @description How long an offer of the waiting list can be accepted. */
                            offerMinutes: number;
                        };
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `account_needed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stock_limit`, `changed_meanwhile`, `price_fixed`, `maximum_lowered`, `waitlist_promised`, `session_cancelled`, `closing_needs_approval`, `seats_fixed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`, `too_many_changes` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "seat-maps.list-seat-maps": {
        parameters: {
            query?: {
                search?: string;
                sort?: "updatedAt" | "-updatedAt";
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example seat_map_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            name: string;
                            venue: string;
                            seatCount: number;
                            /** @description Rises with each change. */
                            version: number;
                            /** @example user_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            ownerId: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "seat-maps.create-seat-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name: string;
                    venue: string;
                    /**
                     * @default {
                     *       "sections": [],
                     *       "rows": []
                     *     }
                     */
                    plan?: {
                        sections: {
                            /** @example s1 */
                            id: string;
                            name: string;
                            /** @example #1f77b4 */
                            color: string;
                            price: number;
                        }[];
                        rows: {
                            /** @example s1 */
                            section: string;
                            label: string;
                            seats: {
                                number: string;
                                position?: number;
                                x?: number;
                                y?: number;
                                flags?: ("accessible" | "companion" | "restrictedView" | "house")[];
                            }[];
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example seat_map_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        name: string;
                        venue: string;
                        seatCount: number;
                        /** @description Rises with each change. */
                        version: number;
                        /** @example user_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        ownerId: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_seat_maps` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "seat-maps.get-seat-map": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seatMapId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example seat_map_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        name: string;
                        venue: string;
                        seatCount: number;
                        /** @description Rises with each change. */
                        version: number;
                        /** @example user_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        ownerId: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                        plan: {
                            sections: {
                                /** @example s1 */
                                id: string;
                                name: string;
                                /** @example #1f77b4 */
                                color: string;
                                price: number;
                            }[];
                            rows: {
                                /** @example s1 */
                                section: string;
                                label: string;
                                seats: {
                                    number: string;
                                    /** @description Where it is in its row, in seat widths: a gap is an aisle. Whatever the seats are numbered. */
                                    position: number;
                                    x?: number;
                                    y?: number;
                                    flags?: ("accessible" | "companion" | "restrictedView" | "house")[];
                                }[];
                            }[];
                        };
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "seat-maps.remove-seat-map": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seatMapId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The `version` that the caller has read: refused where someone else has made a change since. */
                    readVersion: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `changed_meanwhile` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "seat-maps.update-seat-map": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seatMapId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The `version` that the caller has read: refused where someone else has made a change since. */
                    readVersion: number;
                    name?: string;
                    venue?: string;
                    plan?: {
                        sections: {
                            /** @example s1 */
                            id: string;
                            name: string;
                            /** @example #1f77b4 */
                            color: string;
                            price: number;
                        }[];
                        rows: {
                            /** @example s1 */
                            section: string;
                            label: string;
                            seats: {
                                number: string;
                                position?: number;
                                x?: number;
                                y?: number;
                                flags?: ("accessible" | "companion" | "restrictedView" | "house")[];
                            }[];
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example seat_map_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        name: string;
                        venue: string;
                        seatCount: number;
                        /** @description Rises with each change. */
                        version: number;
                        /** @example user_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        ownerId: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `changed_meanwhile` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "seat-maps.get-seat-map-drawing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seatMapId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sections: {
                            name: string;
                            color: string;
                            price: number;
                        }[];
                        rows: {
                            section: number;
                            label: string;
                            seats: number;
                        }[];
                        numbers: string[];
                        x: number[];
                        y: number[];
                        position: number[];
                        flags: number[];
                        idPrefix: string | null;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cancellations.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventSessionId: string;
                        reason: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        doneAt: string | null;
                        ordersLeft: number;
                        ordersCancelled: number;
                        refunds: {
                            asked: number;
                            done: number;
                            refused: number;
                        };
                        refundedKrw: number;
                        toRefundKrw: number;
                    }[];
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cancellations.cancel-event": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        eventSessionIds: string[];
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `closing_needs_approval`, `refund_needs_approval` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cancellations.cancel-event-session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        eventSessionIds: string[];
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `closing_needs_approval`, `refund_needs_approval`, `session_started` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "queue.join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                    sessionId: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queueToken: string;
                        /** @description The place in the order of arrival; it never changes. */
                        number: number;
                        /** @description What is left of the place: 1 is next, 0 is admitted. */
                        position: number;
                        /**
                         * Format: date-time
                         * @description When the admission ends; for a waiting person, when the place is lost unless they ask again.
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        allowed: boolean;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sales_not_open`, `sales_paused`, `sales_closed`, `event_withdrawn`, `session_cancelled`, `sold_out` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`, `line_full` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "queue.leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_argument`, `bad_queue_token` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `foreign_queue_token` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "queue.ask-place": {
        parameters: {
            query: {
                token: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is left of the place: 1 is next, 0 is admitted. */
                        position: number;
                        ahead: number;
                        /** @description How many people wait in this queue. */
                        total: number;
                        allowed: boolean;
                        /**
                         * Format: date-time
                         * @description When the admission ends; for a waiting person, when the place is lost unless they ask again.
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        /**
                         * @description What the queue waits for.
                         * @enum {string}
                         */
                        standing: "MOVING" | "WAITING_FOR_HOLDS" | "ADMISSION_PAUSED" | "PAUSED" | "NOT_OPEN" | "SOLD_OUT" | "CLOSED" | "WITHDRAWN" | "CANCELLED";
                        /** @description Null while the queue stands still or too little is known; `max` is at most 2.5 times `min`. */
                        estimatedWaitSeconds: {
                            min: number;
                            max: number;
                        } | null;
                        /** @description Ask again no sooner than this, in milliseconds. */
                        pollAfterMs: number;
                    };
                };
            };
            /** @description `invalid_argument`, `bad_queue_token` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `foreign_queue_token` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `line_restarted`, `place_lost`, `admission_expired`, `admission_spent`, `sold_out`, `sales_closed`, `event_withdrawn`, `session_cancelled` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "queue.get-serving": {
        parameters: {
            query: {
                sessionId: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The number up to which people have been let in. */
                        serving: number;
                        /** @description How many people wait in this queue. */
                        total: number;
                        /** @enum {string} */
                        level: "HIGH" | "MID" | "LOW" | "SOLDOUT";
                        /** @enum {string} */
                        status: "SCHEDULED" | "OPEN" | "SOLDOUT" | "CLOSED";
                        /**
                         * @description What the queue waits for, or why every wait is over.
                         * @enum {string}
                         */
                        standing: "MOVING" | "WAITING_FOR_HOLDS" | "ADMISSION_PAUSED" | "PAUSED" | "NOT_OPEN" | "SOLD_OUT" | "CLOSED" | "WITHDRAWN" | "CANCELLED";
                        /** @description Ask again no sooner than this, in milliseconds. */
                        pollAfterMs: number;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "waitlist.my-waitlist": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example waitlist_entry_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        sessionId: string;
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventId: string;
                        eventTitle: string;
                        venue: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        quantity: number;
                        /** @enum {string} */
                        status: "WAITING" | "OFFERED" | "ACCEPTED" | "DECLINED" | "LAPSED" | "LEFT" | "ENDED";
                        /** @description The place among those who wait: 1 is next; null for everyone else. */
                        position: number | null;
                        /** @description Until when the offer can be accepted; null where there was none. */
                        offerEndsAt: string | null;
                        /** @description What was accepted, to check out; null before. */
                        holdId: string | null;
                        endReason: ("sale_over" | "session_cancelled" | "event_withdrawn" | "limit_reached" | "account_erased") | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        joinedAt: string;
                    }[];
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "waitlist.join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                    sessionId: string;
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example waitlist_entry_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        sessionId: string;
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventId: string;
                        eventTitle: string;
                        venue: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        quantity: number;
                        /** @enum {string} */
                        status: "WAITING" | "OFFERED" | "ACCEPTED" | "DECLINED" | "LAPSED" | "LEFT" | "ENDED";
                        /** @description The place among those who wait: 1 is next; null for everyone else. */
                        position: number | null;
                        /** @description Until when the offer can be accepted; null where there was none. */
                        offerEndsAt: string | null;
                        /** @description What was accepted, to check out; null before. */
                        holdId: string | null;
                        endReason: ("sale_over" | "session_cancelled" | "event_withdrawn" | "limit_reached" | "account_erased") | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        joinedAt: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_waitlist`, `not_sold_out`, `already_waiting`, `duplicate_hold`, `ticket_limit_exceeded`, `sales_not_open`, `sales_paused`, `sales_closed`, `event_withdrawn`, `session_cancelled` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "waitlist.leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "waitlist.accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example waitlist_entry_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        sessionId: string;
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventId: string;
                        eventTitle: string;
                        venue: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        quantity: number;
                        /** @enum {string} */
                        status: "WAITING" | "OFFERED" | "ACCEPTED" | "DECLINED" | "LAPSED" | "LEFT" | "ENDED";
                        /** @description The place among those who wait: 1 is next; null for everyone else. */
                        position: number | null;
                        /** @description Until when the offer can be accepted; null where there was none. */
                        offerEndsAt: string | null;
                        /** @description What was accepted, to check out; null before. */
                        holdId: string | null;
                        endReason: ("sale_over" | "session_cancelled" | "event_withdrawn" | "limit_reached" | "account_erased") | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        joinedAt: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_offered`, `offer_over`, `sales_not_open`, `sales_paused`, `sales_closed`, `event_withdrawn`, `session_cancelled` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "waitlist.decline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example waitlist_entry_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        sessionId: string;
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventId: string;
                        eventTitle: string;
                        venue: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        quantity: number;
                        /** @enum {string} */
                        status: "WAITING" | "OFFERED" | "ACCEPTED" | "DECLINED" | "LAPSED" | "LEFT" | "ENDED";
                        /** @description The place among those who wait: 1 is next; null for everyone else. */
                        position: number | null;
                        /** @description Until when the offer can be accepted; null where there was none. */
                        offerEndsAt: string | null;
                        /** @description What was accepted, to check out; null before. */
                        holdId: string | null;
                        endReason: ("sale_over" | "session_cancelled" | "event_withdrawn" | "limit_reached" | "account_erased") | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        joinedAt: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_offered`, `offer_over` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "holds.list-seats": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example seat_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @description Names it in its event session: of a map, section-row-label. */
                        number: string;
                        section: string;
                        /** @description The label of its row; null without a seat map. */
                        row: string | null;
                        /** @description What is printed on it; null without a seat map. */
                        label: string | null;
                        /** @description KRW. */
                        price: number;
                        /** @enum {string} */
                        status: "AVAILABLE" | "HOLD" | "SOLD" | "BLOCKED";
                    }[];
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "holds.seat-states": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of the drawing whose order they have. */
                        version: string;
                        /** @description Two bits a seat, four seats a byte, the first in the lowest bits, as base64url. */
                        states: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_seat_map` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "checkout.get-purchase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example hold_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        holdId: string;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        sessionId: string;
                        quantity: number;
                        /** @description Its seats as they were chosen; empty for counted stock. */
                        seats: {
                            /** @example seat_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @description Names it in its event session: of a map, section-row-label. */
                            number: string;
                            section: string;
                            /** @description The label of its row; null without a seat map. */
                            row: string | null;
                            /** @description What is printed on it; null without a seat map. */
                            label: string | null;
                            /** @description KRW. */
                            price: number;
                        }[];
                        /** @enum {string} */
                        status: "ACTIVE" | "CONFIRMED" | "EXPIRED" | "RELEASED";
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        orderId: string | null;
                        ending: ("paid" | "cancelled" | "returned" | "expired" | "payment_failed") | null;
                        /**
                         * @description What became of it, money included.
                         * @enum {string}
                         */
                        standing: "held" | "paying" | "declined" | "confirming" | "paid" | "cancelled" | "returned" | "expired" | "payment_failed" | "checking" | "paid_late" | "sale_ended" | "withdrawn" | "session_cancelled";
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventId: string;
                        eventTitle: string;
                        venue: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        cancelDeadlineAt: string;
                        /** @description What changed since the tickets were held. */
                        changes: {
                            /** @enum {string} */
                            field: "title" | "venue" | "startsAt";
                            from: string;
                            to: string;
                        }[];
                        /** @description KRW for one ticket; of numbered seats the lowest price of the event session. */
                        price: number;
                        amount: number;
                        shippingFee: number;
                        /** @description What giving back a ticket costs until when, for who books now. */
                        feesUntil: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            until: string;
                            /** @description KRW for each ticket; null where the fee is the percentage. */
                            krw: number | null;
                            /** @description Of a ticket's price; with `krw` the most that the fee comes to. */
                            percent: number;
                        }[];
                        /** @description KRW for all of it on paper, with the fee. */
                        paperAmount: number;
                        /** @description What kinds of tickets can be chosen. */
                        offer: {
                            mobile: boolean;
                            paper: boolean;
                            /**
                             * Format: date-time
                             * @description Until when paper tickets can be ordered.
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            paperUntil: string;
                            /** @description KRW for the parcel of an order. */
                            shippingFee: number;
                        };
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "holds.release-hold": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hold_ended`, `payment_under_way` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "holds.change-seats": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    seatIds?: string[];
                    bestAvailable?: {
                        quantity: number;
                        section?: string;
                        /** @description KRW that one seat costs at most. */
                        priceMax?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example hold_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        holdId: string;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        sessionId: string;
                        quantity: number;
                        /** @description Its seats as they were chosen; empty for counted stock. */
                        seats: {
                            /** @example seat_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @description Names it in its event session: of a map, section-row-label. */
                            number: string;
                            section: string;
                            /** @description The label of its row; null without a seat map. */
                            row: string | null;
                            /** @description What is printed on it; null without a seat map. */
                            label: string | null;
                            /** @description KRW. */
                            price: number;
                        }[];
                        /** @enum {string} */
                        status: "ACTIVE" | "CONFIRMED" | "EXPIRED" | "RELEASED";
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        orderId: string | null;
                        ending: ("paid" | "cancelled" | "returned" | "expired" | "payment_failed") | null;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hold_ended`, `checked_out`, `ticket_limit_exceeded`, `seat_taken`, `seat_blocked`, `no_seats`, `no_seat_map`, `insufficient_stock`, `sales_not_open`, `sales_paused`, `sales_closed`, `event_withdrawn`, `session_cancelled` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "holds.hold-tickets": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                    sessionId: string;
                    quantity?: number;
                    seatIds?: string[];
                    bestAvailable?: {
                        quantity: number;
                        section?: string;
                        /** @description KRW that one seat costs at most. */
                        priceMax?: number;
                    };
                    queueToken: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example hold_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        holdId: string;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        sessionId: string;
                        quantity: number;
                        /** @description Its seats as they were chosen; empty for counted stock. */
                        seats: {
                            /** @example seat_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @description Names it in its event session: of a map, section-row-label. */
                            number: string;
                            section: string;
                            /** @description The label of its row; null without a seat map. */
                            row: string | null;
                            /** @description What is printed on it; null without a seat map. */
                            label: string | null;
                            /** @description KRW. */
                            price: number;
                        }[];
                        /** @enum {string} */
                        status: "ACTIVE" | "CONFIRMED" | "EXPIRED" | "RELEASED";
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        orderId: string | null;
                        ending: ("paid" | "cancelled" | "returned" | "expired" | "payment_failed") | null;
                    };
                };
            };
            /** @description `invalid_argument`, `idempotency_key_missing`, `bad_queue_token` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `email_unverified`, `foreign_queue_token` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`, `duplicate_hold`, `ticket_limit_exceeded`, `insufficient_stock`, `seat_taken`, `seat_blocked`, `seats_wanted`, `no_seats`, `no_seat_map`, `sales_not_open`, `sales_paused`, `sales_closed`, `event_withdrawn`, `session_cancelled`, `line_restarted`, `place_lost`, `admission_expired`, `admission_spent`, `not_admitted` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "checkout.check-out": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @example hold_01k8v3q4f6e9hb2m5n7p8r9s0t */
                    holdId: string;
                    /** @enum {string} */
                    method: "CARD" | "TRANSFER" | "EASY_PAY";
                    delivery?: {
                        /** @constant */
                        type: "MOBILE";
                    } | {
                        recipient: string;
                        /** @example 010-0000-0001 */
                        phone: string;
                        postcode: string;
                        address1: string;
                        address2?: string;
                        /** @constant */
                        type: "PAPER";
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        orderId: string;
                        /** @example payment_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        paymentId: string;
                        paymentSessionUrl: string;
                    };
                };
            };
            /** @description `invalid_argument`, `idempotency_key_missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`, `hold_ended`, `payment_under_way`, `event_withdrawn`, `session_cancelled`, `delivery_not_offered`, `paper_orders_closed`, `delivery_fixed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`, `too_many_checkouts` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "checkout.take-payment-callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    pgPaymentId: string;
                    /** @enum {string} */
                    status: "SUCCESS" | "FAIL" | "DECLINED";
                    code?: string;
                    amount?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "confirmed" | "refund_asked" | "failed" | "declined" | "unchanged" | "duplicate";
                    };
                };
            };
            /** @description `invalid_argument`, `wrong_amount` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bad_signature` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "checkout.confirm-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                    orderId: string;
                    paymentKey: string;
                    amount: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "pending" | "processing" | "completed" | "failed" | "cancelled" | "refunded";
                        confirming: boolean;
                        refusedBecause: string | null;
                        /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        orderId: string;
                    };
                };
            };
            /** @description `invalid_argument`, `wrong_amount` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `authorization_refused` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`, `too_many_confirmations` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `provider_silent` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "checkout.take-payment-hint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    eventType?: string;
                    orderId?: string;
                    data?: {
                        orderId?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: boolean;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "payments.get-payment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example payment_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        orderId: string;
                        /** @enum {string} */
                        status: "pending" | "processing" | "completed" | "failed" | "cancelled" | "refunded";
                        amount: number;
                        /** @enum {string} */
                        method: "CARD" | "TRANSFER" | "EASY_PAY";
                        pgPaymentId: string;
                        refusedBecause: string | null;
                        refund: {
                            /** @example refund_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @enum {string} */
                            state: "asked" | "done" | "refused";
                            amount: number;
                            /** @description What of the amount is for the parcel, in KRW. */
                            shippingFee: number;
                            /** @description KRW that were kept of its tickets' prices. */
                            cancelFee: number;
                            reason: string;
                            /** @description Which of the order's tickets it is for, the first being 1; null where it is for all of it. */
                            ticketNumbers: number[] | null;
                            /** @description When an operator closed a refused one, since the money went back another way. */
                            closedAt: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            askedAt: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            updatedAt: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "checkout.purchases-under-way": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example hold_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        holdId: string;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        sessionId: string;
                        quantity: number;
                        /** @description Its seats as they were chosen; empty for counted stock. */
                        seats: {
                            /** @example seat_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @description Names it in its event session: of a map, section-row-label. */
                            number: string;
                            section: string;
                            /** @description The label of its row; null without a seat map. */
                            row: string | null;
                            /** @description What is printed on it; null without a seat map. */
                            label: string | null;
                            /** @description KRW. */
                            price: number;
                        }[];
                        /** @enum {string} */
                        status: "ACTIVE" | "CONFIRMED" | "EXPIRED" | "RELEASED";
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        orderId: string | null;
                        ending: ("paid" | "cancelled" | "returned" | "expired" | "payment_failed") | null;
                        /**
                         * @description What became of it, money included.
                         * @enum {string}
                         */
                        standing: "held" | "paying" | "declined" | "confirming" | "paid" | "cancelled" | "returned" | "expired" | "payment_failed" | "checking" | "paid_late" | "sale_ended" | "withdrawn" | "session_cancelled";
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventId: string;
                        eventTitle: string;
                        venue: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        cancelDeadlineAt: string;
                        /** @description What changed since the tickets were held. */
                        changes: {
                            /** @enum {string} */
                            field: "title" | "venue" | "startsAt";
                            from: string;
                            to: string;
                        }[];
                        /** @description KRW for one ticket; of numbered seats the lowest price of the event session. */
                        price: number;
                        amount: number;
                        shippingFee: number;
                        /** @description What giving back a ticket costs until when, for who books now. */
                        feesUntil: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            until: string;
                            /** @description KRW for each ticket; null where the fee is the percentage. */
                            krw: number | null;
                            /** @description Of a ticket's price; with `krw` the most that the fee comes to. */
                            percent: number;
                        }[];
                        /** @description KRW for all of it on paper, with the fee. */
                        paperAmount: number;
                        /** @description What kinds of tickets can be chosen. */
                        offer: {
                            mobile: boolean;
                            paper: boolean;
                            /**
                             * Format: date-time
                             * @description Until when paper tickets can be ordered.
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            paperUntil: string;
                            /** @description KRW for the parcel of an order. */
                            shippingFee: number;
                        };
                    }[];
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "payments.undone-refunds": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example refund_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        state: "asked" | "done" | "refused";
                        amount: number;
                        /** @description What of the amount is for the parcel, in KRW. */
                        shippingFee: number;
                        /** @description KRW that were kept of its tickets' prices. */
                        cancelFee: number;
                        reason: string;
                        /** @description Which of the order's tickets it is for, the first being 1; null where it is for all of it. */
                        ticketNumbers: number[] | null;
                        /** @description When an operator closed a refused one, since the money went back another way. */
                        closedAt: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        askedAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                        /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        orderId: string;
                        /** @example payment_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        paymentId: string;
                        provider: string;
                        code: string | null;
                    }[];
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "payments.ask-refund-again": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example refund_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        state: "asked" | "done" | "refused";
                        amount: number;
                        /** @description What of the amount is for the parcel, in KRW. */
                        shippingFee: number;
                        /** @description KRW that were kept of its tickets' prices. */
                        cancelFee: number;
                        reason: string;
                        /** @description Which of the order's tickets it is for, the first being 1; null where it is for all of it. */
                        ticketNumbers: number[] | null;
                        /** @description When an operator closed a refused one, since the money went back another way. */
                        closedAt: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        askedAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                    };
                };
            };
            /** @description `invalid_argument`, `idempotency_key_missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`, `refund_closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "payments.close-refund": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example refund_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        state: "asked" | "done" | "refused";
                        amount: number;
                        /** @description What of the amount is for the parcel, in KRW. */
                        shippingFee: number;
                        /** @description KRW that were kept of its tickets' prices. */
                        cancelFee: number;
                        reason: string;
                        /** @description Which of the order's tickets it is for, the first being 1; null where it is for all of it. */
                        ticketNumbers: number[] | null;
                        /** @description When an operator closed a refused one, since the money went back another way. */
                        closedAt: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        askedAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "checkout.decide-payment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "paid" | "unpaid";
                    reason: string;
                    evidence: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "pending" | "processing" | "completed" | "failed" | "cancelled" | "refunded";
                        /**
                         * @description The order that has the payment now.
                         * @example order_01k8v3q4f6e9hb2m5n7p8r9s0t
                         */
                        orderId: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_known` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "checkout.my-orders": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        status: "pending" | "processing" | "confirmed" | "shipped" | "delivered" | "failed" | "cancelled";
                        /** @enum {string} */
                        paymentState: "PENDING" | "PAID" | "CANCELLED";
                        amount: number;
                        /** @enum {string} */
                        delivery: "MOBILE" | "PAPER";
                        /** @description What of the amount is for the parcel, in KRW. */
                        shippingFee: number;
                        quantity: number;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        sessionId: string;
                        endReason: string | null;
                        replacedById: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        refund: {
                            /** @example refund_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @enum {string} */
                            state: "asked" | "done" | "refused";
                            amount: number;
                            /** @description What of the amount is for the parcel, in KRW. */
                            shippingFee: number;
                            /** @description KRW that were kept of its tickets' prices. */
                            cancelFee: number;
                            reason: string;
                            /** @description Which of the order's tickets it is for, the first being 1; null where it is for all of it. */
                            ticketNumbers: number[] | null;
                            /** @description When an operator closed a refused one, since the money went back another way. */
                            closedAt: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            askedAt: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            updatedAt: string;
                        } | null;
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventId: string;
                        eventTitle: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        /** @description When and why the event session was cancelled; null where it takes place. */
                        sessionCancellation: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            at: string;
                            reason: string;
                        } | null;
                    }[];
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "checkout.get-order": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        status: "pending" | "processing" | "confirmed" | "shipped" | "delivered" | "failed" | "cancelled";
                        /** @enum {string} */
                        paymentState: "PENDING" | "PAID" | "CANCELLED";
                        amount: number;
                        /** @enum {string} */
                        delivery: "MOBILE" | "PAPER";
                        /** @description What of the amount is for the parcel, in KRW. */
                        shippingFee: number;
                        quantity: number;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        sessionId: string;
                        endReason: string | null;
                        replacedById: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        refund: {
                            /** @example refund_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @enum {string} */
                            state: "asked" | "done" | "refused";
                            amount: number;
                            /** @description What of the amount is for the parcel, in KRW. */
                            shippingFee: number;
                            /** @description KRW that were kept of its tickets' prices. */
                            cancelFee: number;
                            reason: string;
                            /** @description Which of the order's tickets it is for, the first being 1; null where it is for all of it. */
                            ticketNumbers: number[] | null;
                            /** @description When an operator closed a refused one, since the money went back another way. */
                            closedAt: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            askedAt: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            updatedAt: string;
                        } | null;
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventId: string;
                        eventTitle: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        /** @description When and why the event session was cancelled; null where it takes place. */
                        sessionCancellation: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            at: string;
                            reason: string;
                        } | null;
                        /** @description What giving it back costs until when, from now. */
                        feesUntil: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            until: string;
                            /** @description KRW for each ticket; null where the fee is the percentage. */
                            krw: number | null;
                            /** @description Of a ticket's price; with `krw` the most that the fee comes to. */
                            percent: number;
                        }[];
                        /** @description Null where its buyer cannot give it back. */
                        cancelQuote: {
                            tickets: {
                                /** @example ticket_01k8v3q4f6e9hb2m5n7p8r9s0t */
                                id: string;
                                /** @description Which of the order's tickets it is, the first being 1. */
                                number: number;
                                seat: string | null;
                                price: number;
                                /** @description KRW that are kept of its price. */
                                fee: number;
                            }[];
                            /** @description KRW for the parcel, which go back with the order's last ticket. */
                            shippingFee: number;
                            /** @description Whether no other ticket of the order admits anyone or did. */
                            isLast: boolean;
                            /** @description Whether nothing is kept since title, place or start changed. */
                            isChanged: boolean;
                        } | null;
                        /** @description All of its refunds, the first one first. */
                        refunds: {
                            /** @example refund_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @enum {string} */
                            state: "asked" | "done" | "refused";
                            amount: number;
                            /** @description What of the amount is for the parcel, in KRW. */
                            shippingFee: number;
                            /** @description KRW that were kept of its tickets' prices. */
                            cancelFee: number;
                            reason: string;
                            /** @description Which of the order's tickets it is for, the first being 1; null where it is for all of it. */
                            ticketNumbers: number[] | null;
                            /** @description When an operator closed a refused one, since the money went back another way. */
                            closedAt: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            askedAt: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            updatedAt: string;
                        }[];
                        venue: string;
                        /** @description What changed since the tickets were held. */
                        changes: {
                            /** @enum {string} */
                            field: "title" | "venue" | "startsAt";
                            from: string;
                            to: string;
                        }[];
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        cancelDeadlineAt: string;
                        payment: {
                            /** @example payment_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @enum {string} */
                            status: "pending" | "processing" | "completed" | "failed" | "cancelled" | "refunded";
                            /** @enum {string} */
                            method: "CARD" | "TRANSFER" | "EASY_PAY";
                            refusedBecause: string | null;
                            unknownSince: string | null;
                            clientKey: string | null;
                        };
                        /** @description The parcel with its paper tickets; null before it is paid, and of mobile tickets. */
                        shipping: {
                            /** @enum {string} */
                            status: "pending" | "preparing" | "shipped" | "in_transit" | "delivered" | "returned" | "refunded" | "lost" | "investigating" | "found" | "compensated" | "cancelled";
                            carrier: string | null;
                            trackingNumber: string | null;
                        } | null;
                        /** @description Where paper tickets go; null once it is erased, of mobile tickets, and for others than the buyer. */
                        address: {
                            recipient: string;
                            phone: string;
                            postcode: string;
                            address1: string;
                            address2?: string;
                        } | null;
                        hold: {
                            /** @example hold_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            expiresAt: string;
                        };
                        /** @description Its seats; empty for counted stock. */
                        seats: {
                            /** @example seat_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @description Names it in its event session: of a map, section-row-label. */
                            number: string;
                            section: string;
                            /** @description The label of its row; null without a seat map. */
                            row: string | null;
                            /** @description What is printed on it; null without a seat map. */
                            label: string | null;
                            /** @description KRW. */
                            price: number;
                        }[];
                        /** @description Its tickets; empty until it is paid. */
                        tickets: {
                            /** @description Which of the order's tickets it is, the first being 1. */
                            number: number;
                            seat: string | null;
                            /** @description KRW. */
                            price: number;
                            /** @enum {string} */
                            status: "VALID" | "USED" | "VOID";
                            /** @description Whether another person has it now. */
                            isGivenAway: boolean;
                        }[];
                        history: {
                            /** @enum {string} */
                            to: "pending" | "processing" | "confirmed" | "shipped" | "delivered" | "failed" | "cancelled";
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "checkout.refund-order": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    note: string;
                    /** @description The tickets to give back; without them all that are left. */
                    ticketIds?: string[];
                    /** @description KRW to give back; without it what the tickets cost. */
                    amount?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        status: "pending" | "processing" | "confirmed" | "shipped" | "delivered" | "failed" | "cancelled";
                        /** @enum {string} */
                        paymentState: "PENDING" | "PAID" | "CANCELLED";
                        /** @description The refund that was asked for. */
                        refund: {
                            /** @example refund_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @enum {string} */
                            state: "asked" | "done" | "refused";
                            amount: number;
                            /** @description What of the amount is for the parcel, in KRW. */
                            shippingFee: number;
                            /** @description KRW that were kept of its tickets' prices. */
                            cancelFee: number;
                            reason: string;
                            /** @description Which of the order's tickets it is for, the first being 1; null where it is for all of it. */
                            ticketNumbers: number[] | null;
                            /** @description When an operator closed a refused one, since the money went back another way. */
                            closedAt: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            askedAt: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            updatedAt: string;
                        } | null;
                    };
                };
            };
            /** @description `invalid_argument`, `idempotency_key_missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`, `cancel_deadline_passed`, `ticket_used`, `ticket_void`, `tickets_on_their_way`, `refund_too_high`, `refund_needs_approval` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "checkout.cancel-order": {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The tickets to give back; without them all that are left. */
                    ticketIds?: string[];
                    /** @description KRW that the buyer was shown to get back; needed where there is a fee. */
                    refund?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        status: "pending" | "processing" | "confirmed" | "shipped" | "delivered" | "failed" | "cancelled";
                        /** @enum {string} */
                        paymentState: "PENDING" | "PAID" | "CANCELLED";
                    };
                };
            };
            /** @description `invalid_argument`, `idempotency_key_missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_progress`, `cancel_deadline_passed`, `cancel_fee_changed`, `ticket_used`, `ticket_void`, `ticket_given_away`, `tickets_on_their_way`, `refund_needs_approval` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "fulfillment.move-shipping": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    to: "pending" | "preparing" | "shipped" | "in_transit" | "delivered" | "returned" | "refunded" | "lost" | "investigating" | "found" | "compensated" | "cancelled";
                    /** @description Needed where the parcel ends badly. */
                    reason?: string;
                    /**
                     * @description Who carries it, once it is shipped.
                     * @enum {string}
                     */
                    carrier?: "CJ" | "HANJIN" | "LOTTE" | "LOGEN" | "POST";
                    trackingNumber?: string & (unknown & unknown);
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example shipping_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        status: "pending" | "preparing" | "shipped" | "in_transit" | "delivered" | "returned" | "refunded" | "lost" | "investigating" | "found" | "compensated" | "cancelled";
                        carrier: string | null;
                        trackingNumber: string | null;
                        /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        orderId: string;
                        /** @enum {string} */
                        orderStatus: "pending" | "processing" | "confirmed" | "shipped" | "delivered" | "failed" | "cancelled";
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ticket_used`, `refund_needs_approval` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "fulfillment.correct-tracking": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    carrier: "CJ" | "HANJIN" | "LOTTE" | "LOGEN" | "POST";
                    trackingNumber: string & (unknown & unknown);
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        carrier: string | null;
                        trackingNumber: string | null;
                        /** @example shipping_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        orderId: string;
                        /** @enum {string} */
                        status: "pending" | "preparing" | "shipped" | "in_transit" | "delivered" | "returned" | "refunded" | "lost" | "investigating" | "found" | "compensated" | "cancelled";
                        was: {
                            carrier: string | null;
                            trackingNumber: string | null;
                        };
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `tracking_fixed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "fulfillment.move-shippings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids: string[];
                    /** @enum {string} */
                    to: "preparing" | "in_transit" | "delivered" | "returned" | "lost" | "investigating" | "found";
                    /** @description Needed where the parcels may end badly. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            /** @example shipping_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @enum {string} */
                            outcome: "moved" | "unchanged" | "refused";
                            reason: string | null;
                            params: {
                                [key: string]: string | number | boolean | null;
                            };
                        }[];
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tickets.my-tickets": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example ticket_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @example order_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        orderId: string;
                        /** @example event_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventId: string;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        sessionId: string;
                        /** @description Which of its order's tickets it is, the first being 1. */
                        number: number;
                        /** @description How many tickets its order had. */
                        count: number;
                        /** @description Whether another person bought it and gave it to the caller. */
                        isReceived: boolean;
                        /** @description Until when it may be given to another person; null where it may not. */
                        transferUntil: string | null;
                        /** @description The number of its seat; null for counted stock. */
                        seat: string | null;
                        section: string | null;
                        row: string | null;
                        label: string | null;
                        /** @enum {string} */
                        status: "VALID" | "USED" | "VOID";
                        /** @description The signed text of the QR code. */
                        qr: string;
                        /** @description What its holder's moving codes are made with; null where it admits no one any more. */
                        movingSecret: string | null;
                        /**
                         * @description Which of its codes let its holder in.
                         * @enum {string}
                         */
                        entryCodes: "ANY" | "ASK" | "MOVING";
                        /** @description Which wallets of phones the shop signs passes for. None takes a ticket that admits no one, or whose door takes moving codes alone. */
                        wallets: ("APPLE" | "GOOGLE")[];
                        eventTitle: string;
                        venue: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        /** @description How many minutes before the start the doors open; null where that is not said. */
                        doorsMinutesBefore: number | null;
                        /** @description When and why the event session was cancelled; null where it takes place. */
                        sessionCancellation: {
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            at: string;
                            reason: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        cancelDeadlineAt: string;
                        /** @description What changed since the tickets were held. */
                        changes: {
                            /** @enum {string} */
                            field: "title" | "venue" | "startsAt";
                            from: string;
                            to: string;
                        }[];
                        usedAt: string | null;
                        usedWhere: string | null;
                        /** @description What is given back for a void ticket. */
                        refund: {
                            /** @enum {string} */
                            state: "asked" | "done" | "refused";
                            /** @description KRW. */
                            amount: number;
                            /** @description When an operator closed a refused one, since the money went back another way. */
                            closedAt: string | null;
                        } | null;
                    }[];
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "tickets.get-ticket-key": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: ({
                            kty: string;
                            alg: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "doors.check-in-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    qr: string;
                    gate: string;
                    /** @default false */
                    isConfirmed?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: boolean;
                        /**
                         * @description Why it was accepted or not.
                         * @enum {string}
                         */
                        outcome: "admitted" | "reentered" | "left" | "used" | "inside" | "not_inside" | "void" | "replaced" | "other_session" | "forged" | "unknown" | "not_open" | "over" | "cancelled" | "unconfirmed" | "not_moving";
                        shown: {
                            /**
                             * @description `old` is a code that moved once, as on a picture of it.
                             * @enum {string}
                             */
                            as: "moving" | "old" | "still" | "typed";
                            /** @description Since when a code that moved once was drawn. */
                            at: string | null;
                        } | null;
                        /** @example ticket_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        ticketId: string;
                        /** @description The number of its seat; null for counted stock. */
                        seat: string | null;
                        /** @enum {string} */
                        status: "VALID" | "USED" | "VOID";
                        usedAt: string | null;
                        usedWhere: string | null;
                    };
                };
            };
            /** @description `invalid_argument`, `forged_ticket` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `doors_not_open`, `event_over`, `session_cancelled` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "doors.open-door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    token: string;
                    deviceToken?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example door_device_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        deviceId: string;
                        entrance: string;
                        /** @description Which device of its link it is, the first being 1. */
                        number: number;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventSessionId: string;
                        eventTitle: string;
                        venue: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        opensAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        endsAt: string;
                        rules: {
                            /** @description Whether a person who was scanned on the way out may come back. */
                            reentry: boolean;
                            /**
                             * @description Which codes of mobile tickets let people in.
                             * @enum {string}
                             */
                            entryCodes: "ANY" | "ASK" | "MOVING";
                        };
                        counts: {
                            /** @description Tickets that are not void. */
                            sold: number;
                            /** @description Tickets that were used. */
                            entered: number;
                            /** @description Used tickets whose holders have not gone out. */
                            inside: number;
                        };
                        conflicts: {
                            /** @example ticket_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            ticketId: string;
                            code: string;
                            /** @enum {string} */
                            kind: "duplicate" | "void";
                            entrance: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            scannedAt: string;
                            offline: boolean;
                            first: {
                                entrance: string;
                                /**
                                 * Format: date-time
                                 * @example 2026-12-24T11:00:00.000Z
                                 */
                                scannedAt: string;
                            } | null;
                        }[];
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        now: string;
                        guests: {
                            /** @description People on the guest list, without those who were revoked. */
                            listed: number;
                            /** @description Guests who came in. */
                            came: number;
                            /** @description Guests who came in and have not gone out. */
                            inside: number;
                        };
                        guestConflicts: {
                            /** @example guest_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            guestId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "guest_full" | "guest_unlisted";
                            /** @description How many of them were too many. */
                            people: number;
                            entrance: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            arrivedAt: string;
                        }[];
                        /** @description Public keys that tickets are signed with. */
                        keys: ({
                            kty: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description What the moving codes of this event session are checked with. */
                        movingKey: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `door_link_ended` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `door_link_full` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "doors.get-door": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example door_device_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        deviceId: string;
                        entrance: string;
                        /** @description Which device of its link it is, the first being 1. */
                        number: number;
                        /** @example event_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        eventSessionId: string;
                        eventTitle: string;
                        venue: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        startsAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        opensAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        endsAt: string;
                        rules: {
                            /** @description Whether a person who was scanned on the way out may come back. */
                            reentry: boolean;
                            /**
                             * @description Which codes of mobile tickets let people in.
                             * @enum {string}
                             */
                            entryCodes: "ANY" | "ASK" | "MOVING";
                        };
                        counts: {
                            /** @description Tickets that are not void. */
                            sold: number;
                            /** @description Tickets that were used. */
                            entered: number;
                            /** @description Used tickets whose holders have not gone out. */
                            inside: number;
                        };
                        conflicts: {
                            /** @example ticket_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            ticketId: string;
                            code: string;
                            /** @enum {string} */
                            kind: "duplicate" | "void";
                            entrance: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            scannedAt: string;
                            offline: boolean;
                            first: {
                                entrance: string;
                                /**
                                 * Format: date-time
                                 * @example 2026-12-24T11:00:00.000Z
                                 */
                                scannedAt: string;
                            } | null;
                        }[];
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        now: string;
                        guests: {
                            /** @description People on the guest list, without those who were revoked. */
                            listed: number;
                            /** @description Guests who came in. */
                            came: number;
                            /** @description Guests who came in and have not gone out. */
                            inside: number;
                        };
                        guestConflicts: {
                            /** @example guest_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            guestId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "guest_full" | "guest_unlisted";
                            /** @description How many of them were too many. */
                            people: number;
                            entrance: string;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            arrivedAt: string;
                        }[];
                        /** @description Public keys that tickets are signed with. */
                        keys: ({
                            kty: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description What the moving codes of this event session are checked with. */
                        movingKey: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`, `door_link_ended` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "doors.list-door-tickets": {
        parameters: {
            query?: {
                after?: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tickets: {
                            /** @example ticket_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @description The last 12 characters of its code. */
                            tail: string;
                            /** @description Which code it is: each new holder gets another. */
                            version: number;
                            /** @enum {string} */
                            status: "VALID" | "USED" | "VOID";
                            /** @description Whether it was sold on paper, which cannot move. */
                            isPaper: boolean;
                            section: string | null;
                            row: string | null;
                            label: string | null;
                            seat: string | null;
                            usedAt: string | null;
                            usedWhere: string | null;
                            leftAt: string | null;
                        }[];
                        after: string | null;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`, `door_link_ended` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "doors.list-door-guests": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        guests: {
                            /** @example guest_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            name: string;
                            note: string | null;
                            people: number;
                            came: number;
                            outside: number;
                            isRevoked: boolean;
                        }[];
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`, `door_link_ended` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "doors.scan-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    scans: {
                        /** Format: uuid */
                        key: string;
                        code: string;
                        /**
                         * @default IN
                         * @enum {string}
                         */
                        direction?: "IN" | "OUT";
                        /** @default 0 */
                        ageMs?: number;
                        /**
                         * @description Whether the person at the door lets in a ticket whose code does not move.
                         * @default false
                         */
                        isConfirmed?: boolean;
                        /** @enum {string} */
                        decided?: "admitted" | "reentered" | "left" | "used" | "inside" | "not_inside" | "void" | "replaced" | "other_session" | "forged" | "unknown" | "not_open" | "over" | "cancelled" | "unconfirmed" | "not_moving";
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            key: string;
                            /** @enum {string} */
                            outcome: "admitted" | "reentered" | "left" | "used" | "inside" | "not_inside" | "void" | "replaced" | "other_session" | "forged" | "unknown" | "not_open" | "over" | "cancelled" | "unconfirmed" | "not_moving";
                            /** @description Null where no ticket was found, and for a scan that was sent before. */
                            shown: {
                                /**
                                 * @description `old` is a code that moved once, as on a picture of it.
                                 * @enum {string}
                                 */
                                as: "moving" | "old" | "still" | "typed";
                                /** @description Since when a code that moved once was drawn. */
                                at: string | null;
                            } | null;
                            /** @description As it is after the scan; null where none was found. */
                            ticket: {
                                /** @example ticket_01k8v3q4f6e9hb2m5n7p8r9s0t */
                                id: string;
                                /** @description The last 12 characters of its code. */
                                tail: string;
                                /** @description Which code it is: each new holder gets another. */
                                version: number;
                                /** @enum {string} */
                                status: "VALID" | "USED" | "VOID";
                                /** @description Whether it was sold on paper, which cannot move. */
                                isPaper: boolean;
                                section: string | null;
                                row: string | null;
                                label: string | null;
                                seat: string | null;
                                usedAt: string | null;
                                usedWhere: string | null;
                                leftAt: string | null;
                            } | null;
                            /** @description When and at which entrance the ticket was first used. */
                            first: {
                                /**
                                 * Format: date-time
                                 * @example 2026-12-24T11:00:00.000Z
                                 */
                                at: string;
                                entrance: string;
                            } | null;
                        }[];
                        counts: {
                            /** @description Tickets that are not void. */
                            sold: number;
                            /** @description Tickets that were used. */
                            entered: number;
                            /** @description Used tickets whose holders have not gone out. */
                            inside: number;
                        };
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`, `door_link_ended` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "doors.admit-guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    arrivals: {
                        /** Format: uuid */
                        key: string;
                        /** @example guest_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        guestId: string;
                        /** @description How many of the guest's people come or go. */
                        people: number;
                        /**
                         * @default IN
                         * @enum {string}
                         */
                        direction?: "IN" | "OUT";
                        /** @default 0 */
                        ageMs?: number;
                        /** @enum {string} */
                        decided?: "admitted" | "left" | "guest_full" | "guest_out" | "guest_unlisted" | "not_open" | "over" | "cancelled";
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            key: string;
                            /** @enum {string} */
                            outcome: "admitted" | "left" | "guest_full" | "guest_out" | "guest_unlisted" | "not_open" | "over" | "cancelled";
                            /** @description As it is after the arrival; null where none was found. */
                            guest: {
                                /** @example guest_01k8v3q4f6e9hb2m5n7p8r9s0t */
                                id: string;
                                name: string;
                                note: string | null;
                                people: number;
                                came: number;
                                outside: number;
                                isRevoked: boolean;
                            } | null;
                        }[];
                        guests: {
                            /** @description People on the guest list, without those who were revoked. */
                            listed: number;
                            /** @description Guests who came in. */
                            came: number;
                            /** @description Guests who came in and have not gone out. */
                            inside: number;
                        };
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`, `door_link_ended` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transmissions.list-transmissions": {
        parameters: {
            query?: {
                status?: "PENDING" | "SENT" | "FAILED" | "DEAD" | "RESOLVED";
                destination?: "data-platform" | "events" | "payment-provider" | "email" | "alert-webhook" | "push";
                search?: string;
                cursor?: number;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example transmission_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            /** @enum {string} */
                            destination: "data-platform" | "events" | "payment-provider" | "email" | "alert-webhook" | "push";
                            type: string;
                            aggregateId: string;
                            /** @enum {string} */
                            status: "PENDING" | "SENT" | "FAILED" | "DEAD" | "RESOLVED";
                            retryCount: number;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            nextAttemptAt: string;
                            sentAt: string | null;
                            lastError: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            createdAt: string;
                        }[];
                        nextCursor: number | null;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transmissions.get-transmission": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example transmission_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        destination: "data-platform" | "events" | "payment-provider" | "email" | "alert-webhook" | "push";
                        type: string;
                        aggregateId: string;
                        /** @enum {string} */
                        status: "PENDING" | "SENT" | "FAILED" | "DEAD" | "RESOLVED";
                        retryCount: number;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        nextAttemptAt: string;
                        sentAt: string | null;
                        lastError: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        payload: string;
                        note: string | null;
                        traceId: string;
                        attempts: {
                            number: number;
                            byHand: boolean;
                            /** @enum {string} */
                            outcome: "sent" | "timeout" | "network" | "status" | "blocked" | "permanent" | "unwanted" | "lost" | "unknown";
                            status: number | null;
                            error: string | null;
                            response: string | null;
                            durationMs: number;
                            /**
                             * Format: date-time
                             * @example 2026-12-24T11:00:00.000Z
                             */
                            endedAt: string;
                        }[];
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transmissions.replay-transmission": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example transmission_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        /** @enum {string} */
                        destination: "data-platform" | "events" | "payment-provider" | "email" | "alert-webhook" | "push";
                        type: string;
                        aggregateId: string;
                        /** @enum {string} */
                        status: "PENDING" | "SENT" | "FAILED" | "DEAD" | "RESOLVED";
                        retryCount: number;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        nextAttemptAt: string;
                        sentAt: string | null;
                        lastError: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "integration.start-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    vendorId: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example integration_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        vendorId: string;
                        businessNumber: string | null;
                        companyName: string | null;
                        /** @enum {string} */
                        status: "REQUESTED" | "INFO_ENTERING" | "WAITING_FOR_LOCK" | "LOCKED" | "SMS_RECEIVED" | "EMAIL_WAITING" | "EMAIL_RECEIVED" | "VERIFYING" | "COMPLETED" | "LOCK_TIMEOUT" | "FAILED" | "CANCELLED" | "EXPIRED";
                        smsCode: string | null;
                        emailCode: string | null;
                        lockedAt: string | null;
                        lockExpiresAt: string | null;
                        fencingToken: number | null;
                        phoneNumber: string | null;
                        inbox: string | null;
                        /** @enum {string} */
                        proof: "keys" | "codes";
                        passedOverAt: string | null;
                        heldBack: {
                            /** @enum {string} */
                            channel: "sms" | "email";
                            /** @enum {string} */
                            reason: "sender" | "recipient" | "no_holder" | "before_lock" | "handover" | "other_vendor" | "late" | "no_code";
                            text: string | null;
                        } | null;
                        marketplaceUrl: string;
                        position: number | null;
                        estimatedWaitSeconds: number | null;
                        endReason: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                        completedAt: string | null;
                        isNew: boolean;
                    };
                };
            };
            /** @description `invalid_argument`, `bad_vendor_id` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `vendor_busy`, `vendor_connected`, `already_connecting` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "integration.get-session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example integration_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        vendorId: string;
                        businessNumber: string | null;
                        companyName: string | null;
                        /** @enum {string} */
                        status: "REQUESTED" | "INFO_ENTERING" | "WAITING_FOR_LOCK" | "LOCKED" | "SMS_RECEIVED" | "EMAIL_WAITING" | "EMAIL_RECEIVED" | "VERIFYING" | "COMPLETED" | "LOCK_TIMEOUT" | "FAILED" | "CANCELLED" | "EXPIRED";
                        smsCode: string | null;
                        emailCode: string | null;
                        lockedAt: string | null;
                        lockExpiresAt: string | null;
                        fencingToken: number | null;
                        phoneNumber: string | null;
                        inbox: string | null;
                        /** @enum {string} */
                        proof: "keys" | "codes";
                        passedOverAt: string | null;
                        heldBack: {
                            /** @enum {string} */
                            channel: "sms" | "email";
                            /** @enum {string} */
                            reason: "sender" | "recipient" | "no_holder" | "before_lock" | "handover" | "other_vendor" | "late" | "no_code";
                            text: string | null;
                        } | null;
                        marketplaceUrl: string;
                        position: number | null;
                        estimatedWaitSeconds: number | null;
                        endReason: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                        completedAt: string | null;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "integration.move-session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status: "REQUESTED" | "INFO_ENTERING" | "WAITING_FOR_LOCK" | "LOCKED" | "SMS_RECEIVED" | "EMAIL_WAITING" | "EMAIL_RECEIVED" | "VERIFYING" | "COMPLETED" | "LOCK_TIMEOUT" | "FAILED" | "CANCELLED" | "EXPIRED";
                    reason?: string;
                    fencingToken?: number;
                    keys?: {
                        accessKey: string;
                        secretKey: string;
                        /** Format: date */
                        issuedOn?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example integration_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        vendorId: string;
                        businessNumber: string | null;
                        companyName: string | null;
                        /** @enum {string} */
                        status: "REQUESTED" | "INFO_ENTERING" | "WAITING_FOR_LOCK" | "LOCKED" | "SMS_RECEIVED" | "EMAIL_WAITING" | "EMAIL_RECEIVED" | "VERIFYING" | "COMPLETED" | "LOCK_TIMEOUT" | "FAILED" | "CANCELLED" | "EXPIRED";
                        smsCode: string | null;
                        emailCode: string | null;
                        lockedAt: string | null;
                        lockExpiresAt: string | null;
                        fencingToken: number | null;
                        phoneNumber: string | null;
                        inbox: string | null;
                        /** @enum {string} */
                        proof: "keys" | "codes";
                        passedOverAt: string | null;
                        heldBack: {
                            /** @enum {string} */
                            channel: "sms" | "email";
                            /** @enum {string} */
                            reason: "sender" | "recipient" | "no_holder" | "before_lock" | "handover" | "other_vendor" | "late" | "no_code";
                            text: string | null;
                        } | null;
                        marketplaceUrl: string;
                        position: number | null;
                        estimatedWaitSeconds: number | null;
                        endReason: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        expiresAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        updatedAt: string;
                        completedAt: string | null;
                    };
                };
            };
            /** @description `invalid_argument`, `bad_vendor_id`, `bad_business_number`, `bad_issue_date` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `step_not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_fencing_token`, `not_connected_yet`, `keys_needed`, `keys_refused`, `vendor_connected` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`, `marketplace_away` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "integration.receive-sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    messageId: string;
                    to: string;
                    from: string;
                    text: string;
                    /** Format: date-time */
                    receivedAt: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "taken" | "kept" | "unmatched" | "late" | "no_code" | "duplicate";
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "integration.receive-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    messageId: string;
                    to: string;
                    from: string;
                    text: string;
                    /** Format: date-time */
                    receivedAt: string;
                    /** @default  */
                    subject?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "taken" | "kept" | "unmatched" | "late" | "no_code" | "duplicate";
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "integration.release-line": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example phone_line_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        phoneNumber: string;
                        inbox: string;
                        active: boolean;
                        holder: {
                            /** @example integration_session_01k8v3q4f6e9hb2m5n7p8r9s0t */
                            id: string;
                            vendorId: string;
                            /** @enum {string} */
                            status: "REQUESTED" | "INFO_ENTERING" | "WAITING_FOR_LOCK" | "LOCKED" | "SMS_RECEIVED" | "EMAIL_WAITING" | "EMAIL_RECEIVED" | "VERIFYING" | "COMPLETED" | "LOCK_TIMEOUT" | "FAILED" | "CANCELLED" | "EXPIRED";
                        } | null;
                        lockedAt: string | null;
                        lockExpiresAt: string | null;
                        fencingToken: number;
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "auth.sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @example buyer@demo.test */
                    email: string;
                    /**
                     * Format: password
                     * @example Demo1234
                     */
                    password: string;
                    /** @enum {string} */
                    language?: "ko" | "en";
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example user_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        id: string;
                        email: string;
                        /** @enum {string} */
                        role: "USER" | "SELLER" | "ADMIN";
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `email_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "privacy.my-erasure": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        obstacles: ("erasure_hold" | "erasure_order" | "erasure_ticket" | "erasure_refund" | "erasure_shipping" | "erasure_events" | "erasure_connection")[];
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "privacy.copy-data": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-12-24T11:00:00.000Z
                         */
                        madeAt: string;
                        /** @example user_01k8v3q4f6e9hb2m5n7p8r9s0t */
                        userId: string;
                        tables: {
                            [key: string]: {
                                [key: string]: unknown;
                            }[];
                        };
                        cut: string[];
                        withheld: {
                            table: string;
                            column: string;
                            why: string;
                        }[];
                        loginSessions: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "privacy.erase-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`, `wrong_password` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_admin`, `erasure_hold`, `erasure_order`, `erasure_ticket`, `erasure_refund`, `erasure_shipping`, `erasure_events`, `erasure_connection` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "health.get-health": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                        checks: {
                            postgres: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                            redis: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                            jobServer: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                            jobRegistration: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                            jobs: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                            external: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                        };
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "health.get-live": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "HEALTHY";
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "health.get-ready": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                        checks: {
                            postgres: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                            redis: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                            jobServer: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                            jobRegistration: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                            jobs: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                            external: {
                                /** @enum {string} */
                                status: "HEALTHY" | "DEGRADED" | "UNHEALTHY" | "CRITICAL";
                                latencyMs: number;
                            };
                        };
                    };
                };
            };
            /** @description `invalid_argument` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
