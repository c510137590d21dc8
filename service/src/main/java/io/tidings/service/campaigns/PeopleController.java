package io.tidings.service.campaigns;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Who exactly is behind a figure. */
@Controller("/api/v1/campaigns/{id}")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Campaigns")
class PeopleController {

    private static final int CSV_PAGE = 50;

    private final CampaignStore campaigns;
    private final MessagePages pages;

    PeopleController(CampaignStore campaigns, MessagePages pages) {
        this.campaigns = campaigns;
        this.pages = pages;
    }

    @Get("/messages")
    @Operation(
            operationId = "listMessages",
            summary = "The people behind one figure of a campaign",
            description = "A page looks at a bounded part of the campaign, so it may be short or empty although others"
                    + " follow; the last one has no next.")
    PeoplePage list(
            String id,
            @QueryValue String outcome,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(50) int limit) {
        return pages.page(campaign(id), outcome, cursor, limit);
    }

    @Get("/messages.csv")
    @Produces("text/csv")
    @Operation(operationId = "exportMessages", summary = "The same people, all of them, as a CSV file")
    @ApiResponse(
            responseCode = "200",
            description = "a line for each, the first one with the names of the columns",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    HttpResponse<StreamedFile> export(String id, @QueryValue String outcome) {
        Campaign campaign = campaign(id);
        // The first page is read now, so that a mistake is answered as one.
        PeoplePage first = pages.page(campaign, outcome, null, CSV_PAGE);
        MessagesCsv csv = new MessagesCsv(first, cursor -> pages.page(campaign, outcome, cursor, CSV_PAGE));
        return HttpResponse.ok(new StreamedFile(csv, MediaType.of("text/csv;charset=utf-8")))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"campaign-" + campaign.id() + "-" + outcome + ".csv\"");
    }

    private Campaign campaign(String id) {
        return campaigns
                .find(Ids.checked("the campaign", id))
                .orElseThrow(() -> ProblemException.notFound("the campaign"));
    }
}
