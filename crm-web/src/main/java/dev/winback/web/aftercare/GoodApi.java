package dev.winback.web.aftercare;

import dev.winback.aftercare.GoodContact;
import dev.winback.aftercare.GoodFilter;
import dev.winback.aftercare.GoodLists;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contacts with good customers for scripts. */
@RestController
class GoodApi {

  private static final int MOST = 1000;

  private final GoodLists lists;

  GoodApi(GoodLists lists) {
    this.lists = lists;
  }

  @GetMapping("/api/v1/care")
  Paged<GoodContact> list(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    if (limit < 1 || limit > MOST) {
      throw Refused.field("limit", "refused.limit", MOST, limit);
    }
    return lists.page(GoodFilter.of(kind), after, limit, actor);
  }
}
