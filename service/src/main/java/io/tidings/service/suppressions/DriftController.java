package io.tidings.service.suppressions;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.audience.Page;
import io.tidings.core.suppression.CompareLists;
import io.tidings.core.suppression.CompareLists.Direction;
import io.tidings.core.suppression.CompareLists.Drift;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Items;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Our list beside the one SES keeps for the account. */
@Controller("/api/v1/suppressions/ses-drift")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Suppressions")
class DriftController {

    private static final String HERE = "missingHere";
    /** SES answers a question a second about single addresses, so a page of these takes a while. */
    private static final int MOST_ASKED = 10;

    private final CompareLists lists;

    DriftController(CompareLists lists) {
        this.lists = lists;
    }

    /** @param lifted whether somebody lifted here what SES still holds against the address */
    @Serdeable
    @Schema(name = "SuppressionDrift")
    record DriftView(
            String email,

            @Schema(allowableValues = {"bounce", "complaint"})
            String reason,

            Instant since,
            boolean lifted) {
        static DriftView of(Drift drift) {
            return new DriftView(
                    drift.address().toString(),
                    drift.complaint() ? "complaint" : "bounce",
                    drift.since(),
                    drift.lifted());
        }
    }

    @Serdeable
    @Schema(name = "SuppressionMend")
    record Mend(
            @NotNull @Pattern(regexp = "missingHere|missingAtSes")
            String direction,

            @Nullable @Size(max = 2_000) String cursor) {}

    @Get
    @Operation(
            operationId = "compareSuppressions",
            summary =
                    "Who is on SES's list and not on ours, or on ours and not on SES's; a page may be empty before the last")
    Items<DriftView> compare(
            @QueryValue(defaultValue = HERE) @Pattern(regexp = "missingHere|missingAtSes") String direction,
            @Nullable @QueryValue @Size(max = 2_000) String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(50) int limit) {
        return view(lists.compare(direction(direction), cursor, atMost(direction, limit)));
    }

    @Post("/mend")
    @Operation(
            operationId = "mendSuppressions",
            summary = "Adds a page of the missing ones to the list that lacks them, and says which; go on with next")
    Items<DriftView> mend(@Valid @Body Mend mend, Authentication who) {
        int limit = atMost(mend.direction(), 50);
        return view(lists.mend(direction(mend.direction()), mend.cursor(), limit, who.getName()));
    }

    private static Items<DriftView> view(Page<Drift> page) {
        return new Items<>(page.items().stream().map(DriftView::of).toList(), page.next());
    }

    private static Direction direction(String name) {
        return name.equals(HERE) ? Direction.MISSING_HERE : Direction.MISSING_THERE;
    }

    private static int atMost(String direction, int limit) {
        return direction.equals(HERE) ? limit : Math.min(limit, MOST_ASKED);
    }
}
