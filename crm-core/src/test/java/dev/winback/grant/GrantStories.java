package dev.winback.grant;

import dev.winback.lapse.LapseId;
import dev.winback.nightly.NightlyRun;
import dev.winback.offer.Authorities;
import dev.winback.offer.Coupons;
import dev.winback.offer.Objective;
import dev.winback.offer.OfferRules;
import dev.winback.offer.Offers;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer is lost after ten purchases of 100 each: a usual order is 100, its margin 30. */
@CoreTest
abstract class GrantStories {

  @Autowired Grants grants;
  @Autowired GrantLists lists;
  @Autowired Choices choices;
  @Autowired Offers offers;
  @Autowired Authorities authorities;
  @Autowired Coupons coupons;
  @Autowired NightlyRun nightly;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  Actor manager;
  Actor rep;
  LapseId lapse;

  @BeforeEach
  void aLoss() {
    manager = stories.manager();
    rep = stories.rep("rita");
    lost("LOST");
    nightly.run(MovableClock.START);
    lapse = lapse("LOST");
  }

  void lost(String ref) {
    stories.aCustomer(ref).ownedBy(rep).buyingEvery(30).times(10).silentFor(150).save();
  }

  LapseId lapse(String ref) {
    return jdbc.sql(
            "select l.id from lapse l join customer c on c.id = l.customer_id where c.ref = :ref order by l.id desc limit 1")
        .param("ref", ref)
        .query((row, n) -> new LapseId(row.getLong(1)))
        .single();
  }

  /** Names and texts in turn; the newest offer of the loss is answered. */
  GrantRow offer(Actor actor, LapseId loss, String kind, String... more) {
    var told = new HashMap<String, Object>(Map.of("kind", kind, "background", true));
    for (int i = 0; i < more.length; i += 2) {
      told.put(more[i], more[i + 1]);
    }
    grants.offer(loss, OfferEntry.of(told), actor);
    return newest(loss);
  }

  GrantRow offer(Actor actor, String kind, String... more) {
    return offer(actor, lapse, kind, more);
  }

  GrantRow newest(LapseId loss) {
    return lists.of(loss, manager).get(0);
  }

  GrantRow now(GrantRow grant) {
    return lists.one(id(grant), manager);
  }

  static GrantId id(GrantRow grant) {
    return new GrantId(grant.id());
  }

  void rules(String floor, int most) {
    var r = offers.catalogue().rules();
    offers.change(
        new OfferRules(
            Objective.MATCHED,
            new BigDecimal(floor),
            most,
            r.repPercent(),
            r.repMoney(),
            r.repMonth(),
            r.answerDays(),
            r.validDays()),
        manager);
  }

  List<Map<String, Object>> couponsOf(GrantRow grant) {
    return jdbc.sql("select * from coupon where grant_id = :id")
        .param("id", grant.id())
        .query()
        .listOfRows();
  }
}
