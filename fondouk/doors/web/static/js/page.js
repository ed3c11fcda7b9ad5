// The small parts of every page. Nothing here is needed to read or to send a form.
import { watchPolling } from "./poll.js";
import { watchSliders, watchSteppers } from "./stepper.js";
import { watchSharing } from "./share.js";
import { watchDrops, watchSheets } from "./drops.js";
import { watchSuggestions } from "./suggest.js";
import { watchForms } from "./forms.js";
import { watchChoosing } from "./choosing.js";

watchDrops();
watchSheets();
watchSteppers();
watchSliders();
watchSharing();
watchPolling();
watchSuggestions();
watchChoosing();
watchForms();
