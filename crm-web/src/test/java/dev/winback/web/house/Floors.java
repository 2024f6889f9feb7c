package dev.winback.web.house;

import java.util.Map;

/** On which floor each feature stands (house.md, "Floors"); higher ones use lower ones. */
final class Floors {

  static final Map<String, Integer> OF_FEATURES =
      Map.ofEntries(
          Map.entry("shared", 0),
          Map.entry("staff", 1),
          Map.entry("experiment", 1),
          Map.entry("customer", 2),
          Map.entry("view", 2),
          Map.entry("purchase", 3),
          Map.entry("request", 3),
          Map.entry("complaint", 3),
          Map.entry("referral", 3),
          Map.entry("contact", 3),
          Map.entry("category", 4),
          Map.entry("offer", 4),
          Map.entry("value", 4),
          Map.entry("reason", 4),
          Map.entry("event", 4),
          Map.entry("signal", 5),
          Map.entry("lapse", 6),
          Map.entry("why", 7),
          Map.entry("worth", 8),
          Map.entry("grant", 9),
          Map.entry("script", 9),
          Map.entry("task", 10),
          Map.entry("aftercare", 11),
          Map.entry("campaign", 11),
          Map.entry("team", 11),
          Map.entry("letter", 11),
          Map.entry("survey", 12),
          Map.entry("inbox", 12),
          Map.entry("privacy", 12),
          Map.entry("prompt", 12),
          Map.entry("audience", 12),
          Map.entry("report", 12),
          Map.entry("romi", 12),
          Map.entry("importing", 12),
          Map.entry("alarm", 13),
          Map.entry("shop", 13),
          Map.entry("bulk", 13),
          Map.entry("nightly", 13),
          Map.entry("weekly", 13),
          Map.entry("demo", 14),
          Map.entry("webhook", 14),
          Map.entry("mail", 15),
          Map.entry("web", 16));

  private Floors() {}
}
