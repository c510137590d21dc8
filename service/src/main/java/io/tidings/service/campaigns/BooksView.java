package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.campaign.Books;

@Serdeable
@Schema(name = "Books")
public record BooksView(
        long audience,
        long accepted,
        long skipped,
        long refused,
        long cancelled,
        long waiting,
        long unknown,
        boolean balanced) {
    static BooksView of(Books books) {
        return new BooksView(
                books.audience(),
                books.accepted(),
                books.skipped(),
                books.refused(),
                books.cancelled(),
                books.waiting(),
                books.unknown(),
                books.balanced());
    }
}
