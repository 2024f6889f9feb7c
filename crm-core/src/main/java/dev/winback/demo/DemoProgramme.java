package dev.winback.demo;

import dev.winback.aftercare.OccasionEntry;
import dev.winback.aftercare.Occasions;
import dev.winback.aftercare.TestimonialEntry;
import dev.winback.aftercare.Testimonials;
import dev.winback.campaign.CampaignEntry;
import dev.winback.campaign.CampaignState;
import dev.winback.campaign.Campaigns;
import dev.winback.lapse.LapseId;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Programme;
import dev.winback.staff.Programmes;
import dev.winback.staff.Staff;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo firm's programme: who answers for it, its campaign, occasions and testimonials. */
@Component
class DemoProgramme {

  private static final String CAMPAIGN = Sql.of(DemoProgramme.class, "campaign.sql");
  private static final String RETURNED = Sql.of(DemoProgramme.class, "returned.sql");
  private static final String DRAWN = Sql.of(DemoProgramme.class, "drawn.sql");

  /** Longer ago than the 60 days of a comparison. */
  private static final int DAYS = 75;

  private static final int LOSSES = 60;

  private final DemoFacts facts;
  private final Programmes programmes;
  private final Campaigns campaigns;
  private final Testimonials testimonials;
  private final Occasions occasions;
  private final Staff staff;
  private final JdbcClient jdbc;

  DemoProgramme(
      DemoFacts facts,
      Programmes programmes,
      Campaigns campaigns,
      Testimonials testimonials,
      Occasions occasions,
      Staff staff,
      JdbcClient jdbc) {
    this.facts = facts;
    this.programmes = programmes;
    this.campaigns = campaigns;
    this.testimonials = testimonials;
    this.occasions = occasions;
    this.staff = staff;
    this.jdbc = jdbc;
  }

  void begin(LocalDate today) {
    var manager = staff.actor("manager");
    programmes.change(new Programme("manager", null, "Head of sales", 3, 7), manager);
    campaign(today.minusDays(DAYS), today.plusDays(30), manager);
    testify(today, manager);
    occasions.add(
        new OccasionEntry(
            "fair",
            "Coffee fair: invitation to our stand",
            today.plusDays(5).toString(),
            today.plusDays(8).toString(),
            "vip",
            null,
            true),
        manager);
  }

  private void campaign(LocalDate from, LocalDate until, Actor manager) {
    var entry =
        new CampaignEntry(
            "The dearest of this summer",
            "manager",
            "Head of sales",
            from.toString(),
            until.toString(),
            List.of("rep", "rep2"),
            "A fixed delivery day, or 10 % on the first order",
            "10",
            "2000",
            "2",
            "Dinner for two for the most returns",
            "20");
    long id = campaigns.add(entry, lapses(CAMPAIGN, from, LOSSES), manager);
    jdbc.sql(DRAWN).param("campaign", id).param("day", from).update();
    facts.called(id, from);
    campaigns.move(id, CampaignState.RUNNING, manager);
  }

  /** One who may be named, one who was asked and has not answered. */
  private void testify(LocalDate today, Actor manager) {
    var back = lapses(RETURNED, today, 2);
    if (back.size() == 2) {
      var words = "They asked me what had gone wrong, and the lorry has come on Tuesdays since.";
      var until = today.plusYears(1).toString();
      tell(back.get(0), new TestimonialEntry("agreed", words, "A café in Bonn", until), manager);
      tell(back.get(1), new TestimonialEntry("asked", null, null, null), manager);
    }
  }

  private void tell(long lapse, TestimonialEntry entry, Actor manager) {
    testimonials.tell(new LapseId(lapse), entry, manager);
  }

  private List<Long> lapses(String sql, LocalDate day, int most) {
    return jdbc.sql(sql).param("day", day).param("most", most).query(Long.class).list();
  }
}
