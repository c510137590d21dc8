package io.tidings.service.campaigns;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Brief;
import io.tidings.core.campaign.Sender;
import io.tidings.core.campaign.Settings;
import io.tidings.core.template.TemplateStore;
import io.tidings.service.web.Problem.FieldError;
import io.tidings.service.web.ProblemException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a draft, and names every mistake in it at once. */
@Singleton
final class DraftReader {

    private final TemplateStore templates;
    private final AudienceStore audiences;

    DraftReader(TemplateStore templates, AudienceStore audiences) {
        this.templates = templates;
        this.audiences = audiences;
    }

    /** @param before what was chosen until now */
    Brief read(CampaignDraft draft, Optional<Brief> before) {
        List<FieldError> errors = new ArrayList<>();
        if (templates.find(draft.templateId()).isEmpty()) {
            errors.add(new FieldError("templateId", "no such template; choose one that exists"));
        }
        if (audiences.find(draft.audienceId()).isEmpty()) {
            errors.add(new FieldError("audienceId", "no such audience; choose one that exists"));
        }
        String name = draft.sender().name().strip();
        if (name.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("sender.name", "has a line break or another control character"));
        }
        EmailAddress.Reading reading = EmailAddress.read(draft.sender().email());
        if (reading instanceof EmailAddress.Invalid(String why)) {
            errors.add(new FieldError("sender.email", why));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Brief(
                draft.name().strip(),
                draft.templateId(),
                draft.audienceId(),
                new Sender(name, ((EmailAddress.Valid) reading).address()),
                draft.topic() != null ? draft.topic() : before.map(Brief::topic).orElse(Brief.DEFAULT_TOPIC),
                draft.settings() != null
                        ? draft.settings().settings()
                        : before.map(Brief::settings).orElse(Settings.DEFAULT));
    }
}
