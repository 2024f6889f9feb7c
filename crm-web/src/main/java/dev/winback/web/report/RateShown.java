package dev.winback.web.report;

import dev.winback.report.LossRate;
import dev.winback.report.LossReport;
import dev.winback.web.worth.WorthShown;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What {@code report/scale} shows: the loss rate in its bands, and what the losses cost. */
@Component
class RateShown {

  /** Widths of the marks in report/scale. */
  private static final double NOW = 5;

  private static final double THEN = 3;

  private final LossReport report;
  private final WorthShown worth;

  RateShown(LossReport report, WorthShown worth) {
    this.report = report;
    this.worth = worth;
  }

  void add(LossRate rate, Model model) {
    model.addAttribute("rate", rate);
    model.addAttribute("currency", report.currency());
    model.addAttribute("months", worth.inMonths(rate.cost()));
    model.addAttribute("thermometer", Thermometer.bands(rate.bands()));
    model.addAttribute("now", Thermometer.mark(rate.year().rate(), NOW, rate.bands()));
    model.addAttribute("then", Thermometer.mark(rate.before().rate(), THEN, rate.bands()));
  }
}
