package dev.winback.web.testing;

import dev.winback.staff.Actor;
import dev.winback.staff.Role;
import dev.winback.staff.Staff;
import java.util.Locale;

/** The five members of every web test: admin, manager, rep, rep2 and marketing. */
public final class People {

  public static final String PASSWORD = "demo";

  private People() {}

  public static void hire(Staff staff) {
    staff.hire("admin", "Alma Admin", null, Role.ADMIN, PASSWORD);
    staff.hire("manager", "Mona Manager", null, Role.MANAGER, PASSWORD);
    staff.hire("rep", "Rita Rep", null, Role.REP, PASSWORD);
    staff.hire("rep2", "Rolf Rep", null, Role.REP, PASSWORD);
    staff.hire("marketing", "Mara Marketing", null, Role.MARKETING, PASSWORD);
  }

  public static Actor of(Staff staff, String login) {
    return staff.actor(login.toLowerCase(Locale.ROOT));
  }
}
