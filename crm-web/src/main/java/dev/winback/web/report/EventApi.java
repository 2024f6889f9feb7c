package dev.winback.web.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winback.event.BusinessEvents;
import dev.winback.event.EventMark;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed and when, for scripts (UND-22). */
@RestController
class EventApi {

  private static final int LARGEST_PAGE = 200;

  private final BusinessEvents events;

  EventApi(BusinessEvents events) {
    this.events = events;
  }

  /** {@code next} is null behind the last one. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Events(List<Event> items, @Nullable String next) {}

  record Event(long id, LocalDate day, String kind, String title) {

    static Event of(EventMark mark) {
      return new Event(mark.id(), mark.day(), mark.kind(), mark.title());
    }
  }

  @GetMapping("/api/v1/events")
  Events events(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after,
      Actor actor) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw Refused.field("limit", "refused.limit", LARGEST_PAGE, limit);
    }
    var page = events.page(after, limit, actor);
    return new Events(page.items().stream().map(Event::of).toList(), page.next());
  }
}
