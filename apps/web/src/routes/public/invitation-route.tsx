import { getRouteApi } from "@tanstack/react-router";
import { InvitedPage } from "./invited-page";
import "./public-text";

const route = getRouteApi("/invite/$token");

export function InvitationRoute() {
  const { token } = route.useParams();
  return <InvitedPage token={token} />;
}
