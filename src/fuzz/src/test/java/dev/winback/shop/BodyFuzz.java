package dev.winback.shop;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winback.customer.Phones;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Bodies that are JSON and have the fields of shops, with anything in them. */
class BodyFuzz {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Buyer BUYER = new Buyer(Phones.german());
  private static final ShopifyBody SHOPIFY = new ShopifyBody(BUYER);
  private static final WooBody WOO = new WooBody(BUYER);
  private static final List<String> FIELDS =
      List.of(
          "id,customer,email,phone,billing_address,default_address,name,zip,country_code,line_items,"
              + "quantity,title,refunds,transactions,kind,status,amount,total,total_price,currency,"
              + "created_at,updated_at,cancelled_at,financial_status,discount_codes,coupon_lines,"
              + "code,email_marketing_consent,state,billing,first_name,last_name,postcode,country,"
              + "customer_id,date_created_gmt,date_modified_gmt,token,completed_at".split(","));
  private static final List<String> WORDS =
      List.of(
          "refund", "success", "paid", "subscribed", "1e99", "-0.1", "0", "2026-05-01", "x@y.z");

  @FuzzTest(maxDuration = "60s")
  void anythingInItsFieldsIsReadOrRefused(FuzzedDataProvider data) {
    boolean shopify = data.consumeBoolean();
    boolean order = data.consumeBoolean();
    // as it comes over the wire
    var body = JSON.readTree(JSON.writeValueAsString(object(data, 3)));
    try {
      if (shopify) {
        SHOPIFY.read(order ? "orders/updated" : "checkouts/update", body);
      } else {
        WOO.read(order ? "order.updated" : "customer.updated", body, "woo");
      }
    } catch (Unreadable | NotForUs refused) {
      // answered with what is wrong
    }
  }

  private static JsonNode object(FuzzedDataProvider data, int depth) {
    var object = NODES.objectNode();
    for (int fields = data.consumeInt(0, 12); fields > 0; fields--) {
      object.set(data.pickValue(FIELDS), value(data, depth));
    }
    return object;
  }

  private static JsonNode value(FuzzedDataProvider data, int depth) {
    return switch (data.consumeInt(0, depth == 0 ? 4 : 6)) {
      case 0 -> NODES.stringNode(data.consumeString(30));
      case 1 -> NODES.stringNode(data.pickValue(WORDS));
      case 2 -> NODES.numberNode(data.consumeLong());
      case 3 -> NODES.nullNode();
      case 4 -> NODES.numberNode(data.consumeDouble());
      case 5 -> object(data, depth - 1);
      default -> {
        var list = NODES.arrayNode();
        for (int items = data.consumeInt(0, 3); items > 0; items--) {
          list.add(value(data, depth - 1));
        }
        yield list;
      }
    };
  }
}
