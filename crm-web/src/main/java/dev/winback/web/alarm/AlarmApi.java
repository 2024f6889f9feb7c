package dev.winback.web.alarm;

import dev.winback.alarm.AlarmFilter;
import dev.winback.alarm.AlarmRow;
import dev.winback.alarm.Alarms;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.aftercare.CareShown;
import dev.winback.web.aftercare.Cared;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The black marks for scripts. */
@RestController
@RequestMapping("/api/v1/alarms")
class AlarmApi {

  private static final int MOST = 1000;

  private final Alarms alarms;
  private final CareShown care;

  AlarmApi(Alarms alarms, CareShown care) {
    this.care = care;
    this.alarms = alarms;
  }

  @GetMapping
  Paged<Cared<AlarmRow>> list(
      AlarmFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    if (limit < 1 || limit > MOST) {
      throw Refused.field("limit", "refused.limit", MOST, limit);
    }
    return care.marked(alarms.page(filter, after, limit, actor), AlarmRow::ref);
  }
}
