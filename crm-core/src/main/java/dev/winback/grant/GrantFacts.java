package dev.winback.grant;

import dev.winback.lapse.LapseId;
import dev.winback.offer.Authorities;
import dev.winback.offer.OfferLimits;
import dev.winback.offer.OfferRules;
import dev.winback.offer.Offers;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Sentence;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.Permission;
import dev.winback.staff.Role;
import dev.winback.worth.Costs;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has to be known of a loss, of a member and of the firm to judge an offer. */
@Component
class GrantFacts {

  /** A discount in one of these leaves no room for a second one. */
  static final Set<GrantState> LIVE =
      Set.of(GrantState.ASKED, GrantState.APPROVED, GrantState.GIVEN, GrantState.ACCEPTED);

  static final String STATE = Sql.of(GrantFacts.class, "state.sql");
  private static final String FACTS = Sql.of(GrantFacts.class, "facts.sql");
  private static final String BOOKED = with("booked.sql");
  private static final String RESULTS = with("results.sql");
  private static final String COUPONS = Sql.of(GrantFacts.class, "coupons.sql");
  private static final String ONE =
      """
      select /*state*/ from offer_grant g join lapse l on l.id = g.lapse_id
        join lapse t on t.id = coalesce(l.merged_with, l.id) where g.id = :id
      """
          .replace("/*state*/", STATE);

  private static final String GIVER =
      """
      select m.id, m.role, g.given_at from offer_grant g join member m on m.id = g.given_by
       where g.id = :offer for no key update of m
      """;

  private final JdbcClient jdbc;
  private final Offers offers;
  private final Authorities authorities;
  private final Costs costs;
  private final BusinessClock clock;
  private final String currency;

  GrantFacts(
      JdbcClient jdbc,
      Offers offers,
      Authorities authorities,
      Costs costs,
      BusinessClock clock,
      Settings settings) {
    this.jdbc = jdbc;
    this.offers = offers;
    this.authorities = authorities;
    this.costs = costs;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  static String with(String file) {
    return Sql.of(GrantFacts.class, file).replace("/*state*/", STATE);
  }

  OfferRules rules() {
    return offers.catalogue().rules();
  }

  Scrutiny scrutiny(LapseId lapse) {
    var margin = costs.settings().marginPercent();
    return new Scrutiny(offers.catalogue(), of(lapse), margin, currency);
  }

  private LossFacts of(LapseId lapse) {
    return jdbc.sql(FACTS)
        .param("lapse", lapse.value())
        .param("day", clock.today())
        .param("zone", clock.getZone().getId())
        .query(LossFacts.class)
        .optional()
        .orElseThrow(() -> new NotFound("lapse"));
  }

  OfferLimits limits(Actor actor) {
    return authorities.of(actor.id());
  }

  /** Two offers of one member are judged one after the other. */
  @Nullable Sentence asks(Terms terms, Actor actor) {
    jdbc.sql("select id from member where id = :member for no key update")
        .param("member", actor.member())
        .query(Long.class)
        .single();
    var scrutiny =
        new Scrutiny(offers.catalogue(), NOBODY, terms.marginPercent(), terms.currency());
    return scrutiny.asks(terms, limits(actor), booked(actor));
  }

  private record Giver(long member, Role role, Instant at) {}

  /**
   * Why the month of who gave an offer has no room for it any more; a manager has no such limit.
   */
  @Nullable Sentence overMonth(Grant grant) {
    var giver =
        jdbc.sql(GIVER)
            .param("offer", grant.id().value())
            .query(
                (row, n) ->
                    new Giver(
                        row.getLong(1),
                        Role.valueOf(row.getString(2)),
                        row.getTimestamp(3).toInstant()))
            .single();
    if (Permission.APPROVE_OFFERS.of(giver.role())) {
      return null;
    }
    var day = giver.at().atZone(clock.getZone()).toLocalDate();
    var member = new MemberId(giver.member());
    return new Scrutiny(offers.catalogue(), NOBODY, grant.terms().marginPercent(), currency)
        .overMonth(grant.terms(), authorities.of(member), booked(member, day));
  }

  /** Authority is a matter of the offer and of who gives it. */
  private static final LossFacts NOBODY =
      new LossFacts(
          0, true, null, null, null, null, null, null, null, null, null, null, null, null);

  /** In the firm's currency, in the month that runs. */
  BigDecimal booked(Actor actor) {
    return booked(actor.id(), clock.today());
  }

  private BigDecimal booked(MemberId member, LocalDate day) {
    var first = day.withDayOfMonth(1);
    return jdbc.sql(BOOKED)
        .param("member", member.value())
        .param("from", start(first))
        .param("until", start(first.plusMonths(1)))
        .param("day", clock.today())
        .param("zone", clock.getZone().getId())
        .query(BigDecimal.class)
        .single();
  }

  private OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
  }

  GrantState state(GrantId id) {
    return jdbc.sql(ONE)
        .param("id", id.value())
        .param("day", clock.today())
        .param("zone", clock.getZone().getId())
        .query((row, n) -> GrantState.ofCode(row.getString(1)))
        .single();
  }

  void settleCoupons(List<LapseId> lapses) {
    if (!lapses.isEmpty()) {
      jdbc.sql(COUPONS)
          .param("lapses", lapses.stream().map(LapseId::value).toList())
          .param("now", clock.utc())
          .update();
    }
  }

  /** The firm's own results by kind. */
  Map<String, OwnResult> results() {
    return jdbc
        .sql(RESULTS)
        .param("day", clock.today())
        .param("zone", clock.getZone().getId())
        .query(OwnResult.class)
        .list()
        .stream()
        .collect(Collectors.toMap(OwnResult::kind, Function.identity()));
  }
}
