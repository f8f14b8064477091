import { mount } from 'svelte';
import '../../../src/app.css';
import Gallery from './Gallery.svelte';

const theme = new URLSearchParams(location.search).get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;

const target = document.getElementById('gallery');
if (target) mount(Gallery, { target });
