package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Memberships;
import dev.winback.staff.NotAllowed;
import dev.winback.staff.Seniority;
import dev.winback.staff.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may get what a member leaves behind (days.md, "Traps"). */
class HeirsTest extends LapseStories {

  @Autowired Memberships members;
  @Autowired Departures departures;

  private Actor ann;
  private Actor bob;
  private Actor admin;

  @BeforeEach
  void people() {
    ann = stories.rep("ann");
    bob = stories.rep("bob");
    admin = stories.admin();
  }

  private static Standing deputy(@Nullable String login) {
    return new Standing(Seniority.SENIOR, 12, null, login);
  }

  @Test
  void onlyRepsAndManagersTakeCustomers() {
    var writer = stories.marketing();
    assertThatThrownBy(() -> members.retire(ann.id(), writer.id(), admin))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> members.stand(ann.id(), deputy(writer.login()), admin))
        .isInstanceOf(Refused.class);
    members.stand(ann.id(), deputy(manager.login()), admin);
    members.retire(ann.id(), manager.id(), admin);
  }

  @Test
  void whoStandsInIsTheHeirUntilHeLeavesHimself() {
    assertThat(members.standIn(ann.id(), admin)).isEmpty();
    members.stand(ann.id(), deputy("bob"), admin);
    assertThat(members.standIn(ann.id(), admin)).contains(bob.id());
    members.retire(bob.id(), admin);
    assertThat(members.standIn(ann.id(), admin)).isEmpty();
    var heir = members.standIn(ann.id(), admin).orElse(null);
    assertThat(departures.preview(ann.id(), heir, admin).lines()).isEmpty();
    assertThatThrownBy(() -> members.standIn(ann.id(), manager)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void aRecordThatWasMergedGoesWithTheOneItWentInto() {
    var whole = stories.aCustomer("W").ownedBy(ann).save();
    var part = mergedInto(whole, stories.aCustomer("P").ownedBy(ann).save());
    var others = stories.aCustomer("O").ownedBy(bob).save();
    var stray = mergedInto(others, stories.aCustomer("S").ownedBy(ann).save());
    var cid = stories.rep("cid");
    members.retire(ann.id(), cid.id(), admin);
    assertThat(owner(whole)).isEqualTo(cid.member()).isEqualTo(owner(part));
    assertThat(owner(stray)).isEqualTo(bob.member());
    members.takeBack(ann.id(), admin);
    assertThat(owner(whole)).isEqualTo(ann.member()).isEqualTo(owner(part));
    assertThat(owner(others)).isEqualTo(bob.member());
  }

  private CustomerId mergedInto(CustomerId whole, CustomerId part) {
    jdbc.sql("update customer set merged_into = :whole where id = :part")
        .param("whole", whole.value())
        .param("part", part.value())
        .update();
    return part;
  }

  private @Nullable Long owner(CustomerId customer) {
    return jdbc.sql("select owner_id from customer where id = :id")
        .param("id", customer.value())
        .query(Long.class)
        .single();
  }
}
