package dev.winback.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists that a member keeps under a name (look.md, "Saved views"). */
@CoreTest
class ViewsTest {

  @Autowired Views views;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor manager;
  private Actor rep;

  @BeforeEach
  void start() {
    manager = stories.manager();
    rep = stories.rep("rep");
  }

  private long save(String name, String query, boolean shared) {
    return views.save(new NewView(name, "/lost", query, shared), manager);
  }

  private List<String> names(Actor actor) {
    return views.of(actor).stream().map(View::name).toList();
  }

  @Test
  void itKeepsTheFilterAndNotWhatWasTypedNorThePage() {
    long id = save(" Big ones ", "q=Weber&min=5000&after=xyz&stage=&sort=gain", false);
    assertThat(views.one(id, manager).address()).isEqualTo("/lost?min=5000&sort=gain");
    assertThat(views.one(id, manager).name()).isEqualTo("Big ones");
  }

  @Test
  void othersSeeASharedOneAndChangeNone() {
    long mine = save("mine", "", false);
    long shared = save("shared", "", true);
    assertThat(names(rep)).containsExactly("shared");
    assertThatThrownBy(() -> views.one(mine, rep)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> views.remove(shared, rep)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> views.rename(shared, "x", true, null, rep))
        .isInstanceOf(NotFound.class);
    assertThat(views.one(shared, rep).owner()).isEqualTo("Manager");
  }

  @Test
  void theViewsOfWhoLeftLeaveTheRailsOfAllOthers() {
    views.save(new NewView("Ours", "/lost", "sort=gain", true), rep);
    assertThat(names(manager)).containsExactly("Ours");
    jdbc.sql("update member set active = false where id = :rep")
        .param("rep", rep.member())
        .update();
    assertThat(names(manager)).isEmpty();
  }

  @Test
  void removedItComesBack() {
    long id = save("a", "", false);
    views.remove(id, manager);
    views.remove(id, manager);
    assertThat(names(manager)).isEmpty();
    views.restore(id, manager);
    assertThat(names(manager)).containsExactly("a");
  }

  @Test
  void theOwnOnesStandInTheirOwnersOrder() {
    save("a", "", false);
    save("b", "", false);
    long c = save("c", "", false);
    views.move(c, true, manager);
    assertThat(names(manager)).containsExactly("a", "c", "b");
    views.move(c, true, manager);
    views.move(c, true, manager);
    assertThat(names(manager)).containsExactly("c", "a", "b");
    views.move(c, false, manager);
    assertThat(names(manager)).containsExactly("a", "c", "b");
  }

  @Test
  void aNameHasOneToSixtySignsAndAPathIsThatOfAList() {
    assertThat(save("x".repeat(60), "", false)).isPositive();
    for (var name : List.of("", " ", "x".repeat(61))) {
      assertThatThrownBy(() -> save(name, "", false)).isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> views.save(new NewView("a", "/settings", "", false), manager))
        .isInstanceOf(Refused.class);
  }

  @Test
  void anOldVersionIsRefused() {
    long id = save("a", "", false);
    views.rename(id, "b", false, 0L, manager);
    assertThatThrownBy(() -> views.rename(id, "c", false, 0L, manager)).isInstanceOf(Refused.class);
  }

  @Test
  void aPlaceInTheOrderIsNoChangeOfTheView() {
    long first = views.save(new NewView("first", "/lost", "", false), manager);
    long second = views.save(new NewView("second", "/lost", "", false), manager);
    views.move(second, true, manager);
    assertThat(views.of(manager)).extracting(View::id).containsExactly(second, first);
    views.rename(first, "third", false, 0L, manager);
    assertThat(views.one(first, manager).name()).isEqualTo("third");
  }
}
