package dev.winback.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** hold.md, T61: what is given past a rep's own authority is one entry of the audit. */
class OfferAuditTest extends GrantStories {

  @Test
  void whatARepMayGiveHimselfIsNoOverride() {
    offer(rep, "discount", "percent", "10");
    assertThat(entries()).isEmpty();
  }

  @Test
  void aYesAndANoOfAManagerAreOne() {
    var asked = offer(rep, "discount", "percent", "20");
    assertThat(entries()).isEmpty();
    grants.refuse(id(asked), "he pays late", manager);
    grants.undecide(id(asked), manager);
    grants.approve(id(asked), 15, null, "for once", manager);
    grants.give(id(asked), null, rep);
    assertThat(entries()).containsExactly("offer.refused 20", "offer.approved 15");
  }

  @Test
  void whatAManagerGivesWithoutAskingIsOne() {
    offer(manager, "discount", "percent", "20");
    assertThat(entries()).containsExactly("offer.given-unasked 20");
  }

  private List<String> entries() {
    return jdbc.sql(
            "select action || ' ' || (detail ->> 'percent') from audit where kind = 'OFFER' order by id")
        .query(String.class)
        .list();
  }
}
