package dev.winback.web.signal;

import dev.winback.lapse.CustomerSignals;
import dev.winback.staff.Actor;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people say about the signals of a customer, for scripts. */
@RestController
@RequestMapping("/api/v1/customers/{ref}")
class WatchApi {

  private final CustomerSignals signals;

  WatchApi(CustomerSignals signals) {
    this.signals = signals;
  }

  record DismissalRequest(@Nullable String why) {}

  record SeasonRequest(
      @Nullable LocalDate until, @Nullable Boolean everyYear, @Nullable String why) {}

  record MomentRequest(@Nullable LocalDate day, @Nullable String title) {}

  @PostMapping("/signals/{kind}/dismissal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void dismiss(
      @PathVariable String ref,
      @PathVariable String kind,
      @RequestBody(required = false) @Nullable DismissalRequest request,
      Actor actor) {
    signals.dismiss(ref, kind, request == null ? "" : text(request.why()), actor);
  }

  @DeleteMapping("/signals/{kind}/dismissal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void recall(@PathVariable String ref, @PathVariable String kind, Actor actor) {
    signals.recall(ref, kind, actor);
  }

  @PostMapping("/seasons")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Long> season(
      @PathVariable String ref, @RequestBody SeasonRequest request, Actor actor) {
    boolean yearly = Boolean.TRUE.equals(request.everyYear());
    return Map.of("id", signals.season(ref, request.until(), yearly, text(request.why()), actor));
  }

  @DeleteMapping("/seasons/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(@PathVariable String ref, @PathVariable long id, Actor actor) {
    signals.undoLimit(ref, id, actor);
  }

  @PostMapping("/moments")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Long> add(@PathVariable String ref, @RequestBody MomentRequest request, Actor actor) {
    return Map.of("id", signals.addMoment(ref, request.day(), text(request.title()), actor));
  }

  @DeleteMapping("/moments/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String ref, @PathVariable long id, Actor actor) {
    signals.removeMoment(ref, id, false, actor);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
