package dev.winback.web.palette;

import dev.winback.staff.Permission;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page or the place of an act that everybody with the permission finds by its name. */
enum Place {
  START("/", null, false),
  TODAY("/today", Permission.READ_TASKS, false),
  LOST("/lost", null, false),
  UNTOUCHED("/lost?work=new", null, false),
  NO_NEXT("/lost?work=no-next", null, false),
  DIRECTION("/lost?stage=direction-changed", null, false),
  CUSTOMERS("/customers", null, false),
  DUPLICATES("/customers/duplicates", Permission.SEE_DUPLICATES, false),
  CATEGORIES("/categories", null, false),
  VIPS("/categories/vip", null, false),
  LETTERS("/letters", Permission.READ_LADDER, false),
  ALL_LETTERS("/letters/list", null, false),
  HELD("/letters/held", Permission.SEE_ALL_LETTERS, false),
  REVIEW("/letters/list?status=held&reason=review", Permission.RELEASE_LETTERS, false),
  CARTS("/letters/carts", Permission.READ_LADDER, false),
  LETTER_KINDS("/letters/kinds", Permission.READ_LADDER, false),
  LETTER_FILES("/letters/files", Permission.READ_LADDER, false),
  NEWS("/letters/news", Permission.READ_LADDER, false),
  ARRIVALS("/letters/returns", Permission.RELEASE_LETTERS, false),
  SENDING("/letters/sending", Permission.RELEASE_LETTERS, false),
  IN_DOUBT("/letters/in-doubt", null, false),
  AUDIENCE("/letters/audience", Permission.READ_LADDER, false),
  DIRECTOR_LETTERS("/director-letters", Permission.READ_TASKS, false),
  SURVEYS("/surveys", Permission.SEE_SURVEYS, false),
  IDEAS("/ideas", null, false),
  ALARMS("/alarms", Permission.SEE_ALARMS, false),
  QUESTIONS("/questions", Permission.ANSWER_QUESTIONS, false),
  REPORTS("/reports", Permission.SEE_REPORTS, false),
  LOSSES("/reports/losses", Permission.SEE_LOSSES, false),
  FUNNEL("/reports/funnel", Permission.SEE_LOSSES, false),
  ROMI("/reports/romi", Permission.SEE_ALL_FIGURES, false),
  COHORTS("/reports/cohorts", Permission.SEE_LOSSES, false),
  ORDERS("/reports/orders", Permission.SEE_LOSSES, false),
  PAYMENTS("/reports/payments", Permission.SEE_LOSSES, false),
  REASONS("/reports/reasons", Permission.SEE_LOSSES, false),
  EVENTS("/reports/events", Permission.SEE_LOSSES, false),
  MODEL("/reports/model", Permission.SEE_MODEL, false),
  PROMISES("/promises", Permission.READ_TASKS, false),
  CONFIRMATIONS("/confirmations", Permission.WORK_TASKS, false),
  REPLIES("/replies", Permission.READ_TASKS, false),
  SERVICE("/complaints", Permission.SEE_COMPLAINTS, false),
  CARE("/care", Permission.READ_TASKS, false),
  APPROVALS("/approvals", Permission.APPROVE_OFFERS, false),
  OFFERS("/offers", null, false),
  OFFER_RESULTS("/reports/offers", null, false),
  TEAM("/team", Permission.SEE_TEAM, false),
  CALLS("/team/calls", Permission.SEE_TEAM, false),
  RETURNED("/team/returns", Permission.SEE_TEAM, false),
  PLANS("/team/plans", Permission.SEE_TEAM, false),
  FEEDBACK("/team/feedback", Permission.SEE_TEAM, false),
  SWAPS("/team/swaps", Permission.HAND_OVER, false),
  HANDOVERS("/team/handovers", Permission.HAND_OVER, false),
  CAMPAIGNS("/campaigns", null, false),
  RETURNS("/reports/returns", null, false),
  FRAGILE("/fragile", null, false),
  TESTIMONIALS("/testimonials", null, false),
  OCCASIONS("/occasions", null, false),
  REFUSALS("/refusals", null, false),
  HELP("/scripts", Permission.READ_SCRIPTS, false),
  SCRIPTS("/settings/scripts", Permission.KEEP_SCRIPTS, false),
  OFFER_RULES("/settings/offers", Permission.SET_OFFERS, false),
  AFTERCARE("/settings/aftercare", Permission.SET_LIMITS, false),
  WORK_RULES("/settings/work", Permission.SET_LIMITS, false),
  CALENDAR("/settings/calendar", Permission.WORK_TASKS, false),
  PROGRAMME("/settings/programme", Permission.KEEP_PROGRAMME, false),
  API("/swagger-ui.html", null, false),
  BULK("/bulk", Permission.SEE_BULK, false),
  VIEWS("/views", Permission.SEE_VIEWS, false),
  SETTINGS("/settings", null, false),
  LIMITS("/settings/limits", Permission.SET_LIMITS, false),
  COSTS("/settings/costs", Permission.SET_LIMITS, false),
  TREE("/settings/reasons", Permission.KEEP_REASONS, false),
  MEMBERS("/settings/members", Permission.SEE_MEMBERS, false),
  SHOPS("/settings/shops", Permission.ADMINISTER, false),
  WEBHOOKS("/settings/webhooks", Permission.ADMINISTER, false),
  RETENTION("/settings/retention", Permission.ADMINISTER, false),
  AUDIT("/settings/audit", Permission.ADMINISTER, false),
  FAREWELL("/letters/rungs/-4", Permission.READ_LADDER, false),
  LETTER_RESULTS("/letters/results", Permission.SEE_ALL_LETTERS, false),
  LETTERHEAD("/letters/letterhead", Permission.READ_LADDER, false),
  TILL("/coupons", Permission.REDEEM_COUPONS, false),
  IMPORT("/settings/imports", Permission.IMPORT, true),
  NIGHT("/settings/nights", Permission.RUN_NIGHT, true),
  SAVE_VIEW("/views/new", Permission.KEEP_VIEWS, true),
  EVENT("/reports/events", Permission.KEEP_EVENTS, true),
  KEY("/settings/keys", Permission.KEEP_KEYS, true),
  STOP("/letters", Permission.RELEASE_LETTERS, true),
  RELEASE("/letters/list?status=held&reason=review", Permission.RELEASE_LETTERS, true),
  HIRE("/settings/members", Permission.ADMINISTER, true),
  PASSWORD("/settings/password", null, true),
  LOOK("/settings", null, true);

  private final String address;
  private final @Nullable Permission permission;
  private final boolean act;

  Place(String address, @Nullable Permission permission, boolean act) {
    this.address = address;
    this.permission = permission;
    this.act = act;
  }

  String address() {
    return address;
  }

  /** Null: whoever is signed in. */
  @Nullable Permission permission() {
    return permission;
  }

  /** Leads to where something is done. */
  boolean act() {
    return act;
  }

  String key() {
    return "palette.place." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
