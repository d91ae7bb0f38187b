package by.pobach.visits;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a booking, for the OpenAPI description; {@link BookingReader} reads it leniently and says what is wrong. */
@Schema(
        name = "Booking",
        requiredProperties = {"service", "start", "person", "agreed"})
record BookingBody(
        String service,

        @Schema(format = "date-time", description = "On the service's step, with an offset")
        String start,

        @Nullable String specialist,

        @Schema(allowableValues = {"here", "video", "phone"}) @Nullable
        String place,

        PersonBody person,
        @Nullable List<ChildBody> children,
        @Nullable List<String> needs,
        @Schema(maxLength = 2000) @Nullable String note,

        @Schema(description = "true: the person agreed that these details are kept")
        boolean agreed) {

    @Schema(
            name = "Person",
            description = "An e-mail address or a phone number is needed; either is enough",
            requiredProperties = {"name", "language"})
    record PersonBody(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Schema(allowableValues = {"be", "ru", "en"}) String language) {}

    @Schema(name = "Child")
    record ChildBody(@Nullable String calledBy, @Nullable Integer age) {}

    @Schema(name = "Move", requiredProperties = "start")
    record MoveBody(
            @Schema(format = "date-time") String start,
            @Nullable String specialist) {}

    @Schema(name = "Cancellation")
    record CancellationBody(
            @Schema(maxLength = 500) @Nullable String reason) {}
}
