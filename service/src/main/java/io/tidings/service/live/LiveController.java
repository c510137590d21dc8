package io.tidings.service.live;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.service.access.Roles;
import io.tidings.service.campaigns.Progress;
import io.tidings.service.web.Ids;
import io.tidings.service.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

@Controller("/api/v1/live")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Live")
class LiveController {

    private final CampaignStore campaigns;
    private final LiveFeed feed;

    LiveController(CampaignStore campaigns, LiveFeed feed) {
        this.campaigns = campaigns;
        this.feed = feed;
    }

    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Operation(
            operationId = "watchLive",
            summary = "Progress as it happens, as server-sent events",
            description =
                    "Events: progress, each second while something changes; state, when the campaign's state changes; heartbeat,"
                            + " each 15 seconds. The data of progress and state is a Progress. The stream ends after a quarter of an hour, and a"
                            + " browser opens it anew. With too many listeners the answer is 503 with Retry-After.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM,
                            schema = @Schema(implementation = Progress.class)))
    HttpResponse<Publisher<Event<?>>> watch(
            @Parameter(description = "one campaign; all that are under way when left out") @Nullable @QueryValue
                    String campaign) {
        if (campaign != null
                && campaigns.find(Ids.checked("the campaign", campaign)).isEmpty()) {
            throw ProblemException.notFound("the campaign");
        }
        return HttpResponse.<Publisher<Event<?>>>ok(feed.join(campaign)
                        .orElseThrow(() -> ProblemException.busy(
                                "too many listen already; ask for the statistics now and then instead",
                                LiveFeed.TRY_AGAIN)))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                // A proxy that gathers the answer before it passes it on would make it anything but live.
                .header("X-Accel-Buffering", "no")
                .header("Cache-Control", "no-store");
    }
}
