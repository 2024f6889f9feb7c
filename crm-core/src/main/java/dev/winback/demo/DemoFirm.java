package dev.winback.demo;

import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.shared.WrongSetting;
import dev.winback.staff.Role;
import dev.winback.staff.Staff;
import dev.winback.worth.Worths;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The demo firm: 800 invented customers with three years of purchases, losses and returns, and
 * known logins.
 */
@Service
public class DemoFirm {

  /** The password of all demo logins. */
  public static final String PASSWORD = "demo";

  private static final Logger LOG = LoggerFactory.getLogger(DemoFirm.class);
  private static final String EMPTY = Sql.of(DemoFirm.class, "empty.sql");
  private static final String CLEAR = Sql.of(DemoFirm.class, "clear.sql");

  private final JdbcClient jdbc;
  private final Settings settings;
  private final Staff staff;
  private final DemoStory story;
  private final Worths worths;
  private final AtomicReference<@Nullable DemoProgress> progress = new AtomicReference<>();

  DemoFirm(JdbcClient jdbc, Settings settings, Staff staff, DemoStory story, Worths worths) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.staff = staff;
    this.story = story;
    this.worths = worths;
  }

  /** True while the database holds the demo firm. */
  public boolean on() {
    return jdbc.sql("select demo from firm").query(Boolean.class).single();
  }

  /**
   * Whether it is to be loaded: by the setting, without it into an empty embedded database, and
   * again where a loading was interrupted. Stops the start where demo and real data would mix.
   */
  public boolean wanted(boolean embedded) {
    boolean empty = jdbc.sql(EMPTY).query(Boolean.class).single();
    boolean on = on();
    requireNoMixture(on, empty);
    if (on) {
      return !complete();
    }
    return settings.demo() == null ? embedded && empty : settings.demo();
  }

  private void requireNoMixture(boolean on, boolean empty) {
    if (on && Boolean.FALSE.equals(settings.demo())) {
      throw new WrongSetting(
          "winback.demo",
          "false",
          "true here, because the database holds the demo firm: use another database");
    }
    if (!on && !empty && Boolean.TRUE.equals(settings.demo())) {
      throw new WrongSetting(
          "winback.demo",
          "true",
          "false here, because the database holds a real firm: use an empty database");
    }
  }

  /** False when an earlier loading was interrupted. */
  private boolean complete() {
    return jdbc.sql("select set_up from firm").query(Boolean.class).single();
  }

  /** Takes about a minute; {@link #progress} says how far it is. */
  public void load() {
    long started = System.nanoTime();
    LOG.info("Loading the demo firm");
    jdbc.sql(CLEAR).update();
    jdbc.sql(Sql.of(DemoFirm.class, "firm.sql")).update();
    hire();
    story.play(progress::set);
    // the story tells of days before its last night: lists and pages are to say the same
    worths.settleAgain();
    jdbc.sql("update firm set set_up = true").update();
    LOG.info("The demo firm is loaded in {} s", (System.nanoTime() - started) / 1_000_000_000);
  }

  /** While it is loaded; empty before its first day. */
  public Optional<DemoProgress> progress() {
    return Optional.ofNullable(progress.get());
  }

  private void hire() {
    staff.hire("admin", "Ada Admin", "admin@example.org", Role.ADMIN, PASSWORD);
    staff.hire("manager", "Maria Manager", "manager@example.org", Role.MANAGER, PASSWORD);
    staff.hire("rep", "Robert Fischer", "rep@example.org", Role.REP, PASSWORD);
    staff.hire("rep2", "Rita Çelik", "rep2@example.org", Role.REP, PASSWORD);
    staff.hire("marketing", "Mona Lindqvist", "marketing@example.org", Role.MARKETING, PASSWORD);
  }
}
