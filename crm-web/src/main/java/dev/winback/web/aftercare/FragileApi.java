package dev.winback.web.aftercare;

import dev.winback.aftercare.FragileCustomers;
import dev.winback.aftercare.FragileFilter;
import dev.winback.aftercare.FragileRow;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The customers in their fragile year for scripts. */
@RestController
@RequestMapping("/api/v1/fragile")
class FragileApi {

  private static final int MOST = 1000;

  private final FragileCustomers fragile;

  FragileApi(FragileCustomers fragile) {
    this.fragile = fragile;
  }

  @GetMapping
  Paged<FragileRow> list(
      FragileFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    if (limit < 1 || limit > MOST) {
      throw Refused.field("limit", "refused.limit", MOST, limit);
    }
    return fragile.page(filter, after, limit, actor);
  }
}
