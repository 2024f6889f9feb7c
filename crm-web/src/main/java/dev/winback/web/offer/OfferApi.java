package dev.winback.web.offer;

import dev.winback.grant.Choices;
import dev.winback.grant.GrantFilter;
import dev.winback.grant.GrantId;
import dev.winback.grant.GrantLists;
import dev.winback.grant.Grants;
import dev.winback.grant.OfferEntry;
import dev.winback.grant.OfferLine;
import dev.winback.lapse.LapseId;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.aftercare.CareShown;
import dev.winback.web.aftercare.Cared;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Offers for scripts. */
@RestController
@RequestMapping("/api/v1")
class OfferApi {

  private static final int LARGEST_PAGE = 1000;

  private final Grants grants;
  private final GrantLists lists;
  private final Choices choices;
  private final CareShown care;
  private final String currency;

  OfferApi(Grants grants, GrantLists lists, Choices choices, CareShown care, Settings settings) {
    this.grants = grants;
    this.lists = lists;
    this.choices = choices;
    this.care = care;
    currency = settings.currency().getCurrencyCode();
  }

  record DecisionRequest(
      @Nullable String decision,
      @Nullable Integer percent,
      @Nullable BigDecimal fixed,
      @Nullable String word) {}

  record GivingRequest(@Nullable LocalDate answerBy) {}

  record AnswerRequest(@Nullable Boolean accepted) {}

  /** Costs are in this currency. */
  record ReportPage(String by, String currency, List<OfferLine> items) {}

  /** What was offered for a loss, and what its member may offer now. */
  @GetMapping("/lapses/{id}/offers")
  OfferJson.Loss ofLapse(@PathVariable LapseId id, Actor actor) {
    return OfferJson.of(choices.of(id, actor));
  }

  @PostMapping("/lapses/{id}/offers")
  @ResponseStatus(HttpStatus.CREATED)
  OfferJson offer(@PathVariable LapseId id, @RequestBody Map<String, Object> body, Actor actor) {
    grants.offer(id, OfferEntry.of(body), actor);
    return OfferJson.of(lists.of(id, actor).get(0));
  }

  @GetMapping("/offers")
  Paged<Cared<OfferJson>> list(
      GrantFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after,
      Actor actor) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw Refused.field("limit", "refused.limit", LARGEST_PAGE, limit);
    }
    var page = lists.page(filter, after, limit, actor);
    var items = new Paged<>(page.items().stream().map(OfferJson::of).toList(), page.next());
    return care.marked(items, OfferJson::ref);
  }

  @GetMapping("/offers/{id}")
  OfferJson one(@PathVariable GrantId id, Actor actor) {
    return OfferJson.of(lists.one(id, actor));
  }

  /** {@code decision} is yes, smaller or no. */
  @PostMapping("/offers/{id}/decision")
  OfferJson decide(@PathVariable GrantId id, @RequestBody DecisionRequest told, Actor actor) {
    switch (told.decision() == null ? "" : told.decision()) {
      case "yes" -> grants.approve(id, null, null, told.word(), actor);
      case "smaller" -> grants.approve(id, told.percent(), told.fixed(), told.word(), actor);
      case "no" -> grants.refuse(id, told.word(), actor);
      default -> refuse(actor, String.valueOf(told.decision()));
    }
    return one(id, actor);
  }

  private static void refuse(Actor actor, String decision) {
    actor.require(Permission.APPROVE_OFFERS);
    throw Refused.field("decision", "grant.refused.decision", decision);
  }

  @PostMapping("/offers/{id}/giving")
  OfferJson give(@PathVariable GrantId id, @RequestBody GivingRequest told, Actor actor) {
    grants.give(id, told.answerBy(), actor);
    return one(id, actor);
  }

  @PostMapping("/offers/{id}/answer")
  OfferJson answer(@PathVariable GrantId id, @RequestBody AnswerRequest told, Actor actor) {
    grants.answer(id, told.accepted(), actor);
    return one(id, actor);
  }

  @DeleteMapping("/offers/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable GrantId id, Actor actor) {
    grants.withdraw(id, actor);
  }

  @GetMapping("/reports/offers")
  ReportPage report(
      @RequestParam(defaultValue = "kind") String by,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to,
      Actor actor) {
    var filter = new GrantFilter("made", null, null, null, from, to);
    return new ReportPage(by, currency, lists.report(by, filter, actor));
  }
}
