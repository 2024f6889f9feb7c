package dev.winback.staff;

import java.util.Set;

/** What an entry of the audit is about, as an administrator looks for it. */
public enum AuditKind {
  LOGIN,
  DENIAL,
  READ,
  EXPORT,
  OFFER,
  ASSIGNMENT,
  MERGE,
  ERASURE,
  MEMBER,
  TEMPLATE,
  SETTING,
  /** Every other decision about a customer, a loss or a letter. */
  ACT;

  private static final Set<String> TEMPLATES =
      Set.of("rewrite", "write-language", "remove-language", "letterhead", "script.saved");

  private static final Set<String> ASSIGNMENTS =
      Set.of("lapse.assigned", "lapse.to-marketing", "lapse.lost-by", "lapse.lost-by-undone");

  private static final Set<String> SETTINGS =
      Set.of(
          "aftercare_setting",
          "api_key",
          "cart_setting",
          "category_setting",
          "cost_setting",
          "firm",
          "letter_rule",
          "limits",
          "loss_band",
          "offer_kind",
          "offer_rule",
          "order_discount",
          "programme",
          "reason",
          "receiver",
          "relay",
          "retention",
          "rung",
          "sending",
          "shop",
          "webhook",
          "work_setting");

  static AuditKind of(String action, String subject) {
    if (TEMPLATES.contains(action)) {
      return TEMPLATE;
    }
    if (ASSIGNMENTS.contains(action)) {
      return ASSIGNMENT;
    }
    return switch (action) {
      case "login", "login.failed", "login.throttled", "logout" -> LOGIN;
      case "denied" -> DENIAL;
      case "customer.read", "api.read" -> READ;
      case "export", "export.done", "export.broken", "export-audience", "customer.disclosed" ->
          EXPORT;
      case "customer.merged", "customer.parted" -> MERGE;
      case "customer.erased" -> ERASURE;
      default -> of(subject);
    };
  }

  private static AuditKind of(String subject) {
    return switch (subject) {
      case "offer" -> OFFER;
      case "handover" -> ASSIGNMENT;
      case "member" -> MEMBER;
      case "letter_file" -> TEMPLATE;
      default -> SETTINGS.contains(subject) ? SETTING : ACT;
    };
  }
}
