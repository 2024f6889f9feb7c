package dev.winback.web.today;

import dev.winback.task.TaskId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Whose queue, until when, or which saved view, and which card of it. */
record Asked(
    @Nullable String member,
    @Nullable LocalDate due,
    @Nullable ViewPlace view,
    @Nullable TaskId task) {

  /** The same in another view, or in none. */
  Asked in(@Nullable ViewPlace other) {
    return new Asked(member, due, other, task);
  }

  /** Where the same is seen again. */
  String address() {
    return UriComponentsBuilder.fromPath(task == null ? "/today" : "/today/" + task.value())
        .queryParamIfPresent("member", Optional.ofNullable(member))
        .queryParamIfPresent("due", Optional.ofNullable(due))
        .queryParamIfPresent("view", Optional.ofNullable(view))
        .build()
        .toString();
  }
}
