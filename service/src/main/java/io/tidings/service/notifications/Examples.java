package io.tidings.service.notifications;

/** What the reference shows; a test sends each request and gets what is shown. */
final class Examples {

    static final String CODE = """
            {"recipient":{"email":"ana@example.com"},"category":"one-time-code",\
            "content":{"subject":"{{code}} is your code","html":"<p>Your code is <b>{{code}}</b>.</p>"},\
            "data":{"code":"493 021"},"expiresAt":"2026-03-01T12:10:00Z"}""";

    static final String MENTION = """
            {"recipient":{"email":"ana@example.com","timeZone":"Europe/Zurich"},"category":"conversation",\
            "content":{"subject":"{{count}} new in {{room}}",\
            "html":"<ul>{{#events}}<li>{{sender}}: {{text}}</li>{{/events}}</ul>"},\
            "data":{"room":"Lobby","sender":"Bo","text":"Lunch?"},\
            "collapse":{"key":"room-7","windowSeconds":300},"cancelIf":"ana/room-7/message-1041",\
            "quietHours":{"from":"22:00","to":"07:00"},"reference":"message-1041","tags":["mention"]}""";

    static final String POSTED = """
            {"id":"01939a1e-7c00-7000-8000-000000000001",\
            "statusUrl":"/api/v1/notifications/01939a1e-7c00-7000-8000-000000000001",\
            "state":"waiting","dueAt":"2026-03-01T12:00:00Z"}""";

    static final String DRY_RUN = """
            {"wouldSend":true,"when":"2026-03-01T12:00:00Z","from":"Tidings <notifications@tidings.example>",\
            "to":"ana@example.com","subject":"493 021 is your code","html":"<p>Your code is <b>493 021</b>.</p>",\
            "text":"Your code is 493 021.","headers":{"Auto-Submitted":"auto-generated"}}""";

    static final String INVALID = """
            {"type":"about:blank","title":"Bad Request","status":400,"detail":"recipient.email: is empty",\
            "errors":[{"field":"recipient.email","message":"is empty"}]}""";

    static final String SUPPRESSED = """
            {"type":"about:blank","title":"Unprocessable Entity","status":422,"code":"suppressed",\
            "detail":"mail to this address bounced permanently (stops all mail, since 2026-02-03)","errors":[]}""";

    static final String KEY_REUSED = """
            {"type":"about:blank","title":"Conflict","status":409,"code":"idempotency-key-reused",\
            "detail":"this Idempotency-Key came with another request before; a new request needs a new key","errors":[]}""";

    static final String IN_FLIGHT = """
            {"type":"about:blank","title":"Conflict","status":409,"code":"idempotency-key-in-flight",\
            "detail":"the first request with this Idempotency-Key is still being answered","errors":[]}""";

    static final String BATCH = """
            {"notifications":[{"recipient":{"email":"ana@example.com"},\
            "content":{"subject":"Bo wrote to you","html":"<p>Lunch?</p>"}},{"recipient":{"email":"nobody"},\
            "content":{"subject":"Bo wrote to you","html":"<p>Lunch?</p>"}}]}""";

    static final String BATCH_RESULTS = """
            {"results":[{"index":0,"status":202,"id":"01939a1e-7c00-7000-8000-000000000001",\
            "statusUrl":"/api/v1/notifications/01939a1e-7c00-7000-8000-000000000001"},\
            {"index":1,"status":400,"problem":{"type":"about:blank","title":"Bad Request","status":400,\
            "detail":"recipient.email: is not of the form name@domain",\
            "errors":[{"field":"recipient.email","message":"is not of the form name@domain"}]}}]}""";

    static final String VIEW = """
            {"id":"01939a1e-7c00-7000-8000-000000000001","email":"ana@example.com","state":"delivered",\
            "category":"conversation","priority":"normal","reference":"message-1041","tags":["mention"],\
            "createdAt":"2026-03-01T12:00:00Z","expiresAt":"2026-03-02T12:05:00Z",\
            "windowEndsAt":"2026-03-01T12:05:00Z","events":3,"askedAt":"2026-03-01T12:05:00.200Z",\
            "acceptedAt":"2026-03-01T12:05:00.250Z","deliveredAt":"2026-03-01T12:05:01Z","attempts":1,\
            "facts":[{"kind":"accepted","at":"2026-03-01T12:05:00.250Z","detail":"0100"},\
            {"kind":"delivered","at":"2026-03-01T12:05:01Z"}]}""";

    static final String TOO_LATE = """
            {"type":"about:blank","title":"Conflict","status":409,"detail":"the notification no longer waits",\
            "errors":[],"state":"accepted","allowed":[]}""";

    static final String CANCELLATION = """
            {"key":"ana/room-7/message-1041"}""";

    static final String CANCELLED = """
            {"key":"ana/room-7/message-1041","cancelledAt":"2026-03-01T12:01:00Z"}""";

    private Examples() {}
}
