package dev.winback.web.layout;

import dev.winback.alarm.Alarms;
import dev.winback.alarm.Waiting;
import dev.winback.report.Notice;
import dev.winback.report.Notices;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Preferences;
import dev.winback.staff.Staff;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** What the frame round every page shows, read once for each request and only when asked. */
@Component("shell")
@RequestScope
public class Shell {

  private final Staff staff;
  private final Notices notices;
  private final Alarms alarms;
  private final Settings settings;
  private final BusinessClock clock;
  private final HttpServletRequest request;
  private @Nullable Actor actor;
  private @Nullable Preferences preferences;
  private @Nullable Notice notice;
  private @Nullable Waiting waiting;

  Shell(
      Staff staff,
      Notices notices,
      Alarms alarms,
      Settings settings,
      BusinessClock clock,
      HttpServletRequest request) {
    this.staff = staff;
    this.notices = notices;
    this.alarms = alarms;
    this.settings = settings;
    this.clock = clock;
    this.request = request;
  }

  /** Null for a stranger. */
  public @Nullable Actor actor() {
    var principal = request.getUserPrincipal();
    if (actor == null && principal != null) {
      actor = read() instanceof Actor read ? read : staff.actor(principal.getName());
    }
    return actor;
  }

  /** The one that was read for the handler of this request. */
  private @Nullable Object read() {
    return request.getAttribute(Actor.class.getName());
  }

  public boolean may(String permission) {
    var member = actor();
    return member != null && member.may(Permission.valueOf(permission));
  }

  public String theme() {
    return preferences().theme();
  }

  public String density() {
    return preferences().density();
  }

  public boolean singleKeys() {
    return preferences().singleKeys();
  }

  private Preferences preferences() {
    var member = actor();
    if (preferences == null) {
      preferences = member == null ? Preferences.USUAL : staff.preferences(member);
    }
    return preferences;
  }

  /** The entries of the rail that this role can use. */
  public List<String> sections() {
    var sections = new ArrayList<String>();
    if (actor() == null) {
      return sections;
    }
    if (may("WORK_TASKS")) {
      sections.add("today");
    }
    sections.addAll(List.of("lost", "customers"));
    if (may("READ_LADDER")) {
      sections.add("letters");
    }
    sections.addAll(List.of("reports", "settings"));
    return sections;
  }

  public Notice notice() {
    if (notice == null) {
      notice = notices.now();
    }
    return notice;
  }

  /** Before the user's today: what is due then is overdue. */
  public boolean past(@Nullable LocalDate day) {
    var member = actor();
    return day != null && day.isBefore(member == null ? clock.today() : clock.today(member.zone()));
  }

  /** The pinned business date, or null. */
  public @Nullable LocalDate pinned() {
    return settings.today();
  }

  public Waiting waiting() {
    if (waiting == null) {
      var member = actor();
      waiting = member == null ? Waiting.NOTHING : alarms.waiting(member);
    }
    return waiting;
  }

  /** From here on there may be more than are counted. */
  public int counted() {
    return Alarms.COUNTED;
  }

  /** How many there are that this member sees. */
  public long notices() {
    var sending = may("RELEASE_LETTERS") ? notice().ofSending() : 0;
    return notice().ofAll() + waiting().count() + sending + (pinned() == null ? 0 : 1);
  }

  /** One of them is red. */
  public boolean urgent() {
    return waiting().alarms() > 0
        || notice().stuck()
        || may("RELEASE_LETTERS") && notice().sendingStuck();
  }
}
